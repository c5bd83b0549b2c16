package org.readingroom.collection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Holds a source file as lines, exactly as they stand in it.
 *
 * @param sha256 the SHA-256 of the file's bytes, in lower-case hexadecimal
 */
record SourceText(List<String> lines, String sha256) {

  /** Reads a file strictly: bytes that are not text in the charset are an error, never replaced. */
  static SourceText read(Path file, Charset charset) {
    if (!Files.isRegularFile(file)) {
      throw new CollectionException("There is no file " + file + ".");
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CollectionException("The file " + file + " cannot be read.", e);
    }
    String text;
    try {
      text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new CollectionException("The file " + file + " is not text in " + charset + ".", e);
    }
    if (text.indexOf('\0') >= 0) {
      throw new CollectionException("The file " + file + " is binary data, not text.");
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    return new SourceText(text.lines().toList(), Sha256.of(bytes));
  }

  /** Returns a line by its number in the file, from 1. */
  String line(int number) {
    return lines.get(number - 1);
  }
}
