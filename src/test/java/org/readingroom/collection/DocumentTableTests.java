package org.readingroom.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares what the parser makes of the reader with a table that was checked by eye, row by row. */
class DocumentTableTests {

  private static final Path EXPECTED = Path.of("src/test/resources/org/readingroom/collection/documents.tsv");
  private static final Path ACTUAL = Path.of("target/documents.tsv");

  @Test
  void everyDocumentIsAsCheckedByEye() throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add("number\tdate\tkind\tfrom\tto\tlines\tlength\tfirst words\tlast words");
    Reader.COLLECTION.documents().forEach(document -> rows.add(row(document)));
    Files.write(ACTUAL, rows, StandardCharsets.UTF_8);

    assertThat(rows).as("to accept the parser's table after checking it: cp %s %s", ACTUAL, EXPECTED)
        .isEqualTo(Files.readAllLines(EXPECTED, StandardCharsets.UTF_8));
  }

  private static String row(Document document) {
    String text = document.text().replaceAll("\\s+", " ");
    List<SourceLine> lines = document.lines();
    return String.join("\t", String.valueOf(document.number()), document.date().iso(), document.kind().word(),
        String.valueOf(document.from()), String.valueOf(document.to()),
        lines.get(0).number() + "-" + lines.get(lines.size() - 1).number(),
        String.valueOf(document.text().length()),
        text.substring(0, Math.min(60, text.length())), text.substring(Math.max(0, text.length() - 60)));
  }
}
