package org.readingroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes files for tests and reads them. */
final class Made {

  private Made() {}

  static ParsedFile read(Path file) {
    return read(file, null);
  }

  static ParsedFile read(Path file, String password) {
    return Parsing.of(new ParseRequest(file.toString(), password, 1_000_000, ""));
  }

  /** Returns the one document of a file that can be read. */
  static ParsedDocument document(Path file) {
    ParsedFile parsed = read(file);
    assertThat(parsed.status()).as(parsed.message()).isEqualTo(FileStatus.INDEXED);
    assertThat(parsed.documents()).hasSize(1);
    return parsed.documents().getFirst();
  }

  static List<String> blocks(ParsedDocument document, Predicate<Block> wanted) {
    return document.blocks().stream().filter(wanted)
        .map(block -> document.text().substring(block.start(), block.end())).toList();
  }

  static List<String> blocks(ParsedDocument document, Role role) {
    return blocks(document, block -> block.role() == role);
  }

  /** Makes a zip of names and contents in turn. */
  static Path zip(Path file, String... parts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < parts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(parts[i]));
        zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }
}
