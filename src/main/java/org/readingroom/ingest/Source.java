package org.readingroom.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file to parse.
 *
 * @param file where it is
 * @param name its name, as its folder or the mail that it is attached to has it
 * @param password what opens it; null where nobody gave one
 * @param textLimit the most characters that it may have
 * @param ocrLanguages the languages of scans; empty for no recognition
 * @param depth in how many mails it is attached
 */
record Source(Path file, String name, @Nullable String password, int textLimit, String ocrLanguages,
    int depth) {

  static Source of(ParseRequest request) {
    return new Source(request.file(), request.name(), request.password(), request.textLimit(),
        request.ocrLanguages(), 0);
  }

  Source attached(Path attachment, String attachmentName) {
    return new Source(attachment, attachmentName, password, textLimit, ocrLanguages, depth + 1);
  }

  /** Returns the bytes of a file that is all text. */
  byte[] textBytes() throws IOException {
    if (Files.size(file) > 8L * textLimit) {
      throw ParsingException.tooLarge();
    }
    return Files.readAllBytes(file);
  }

  DocumentWriter writer() {
    return new DocumentWriter(textLimit);
  }

  /** Returns the file's name without its ending, for a title where there is no better one. */
  String title() {
    return Titles.ofFile(name);
  }
}
