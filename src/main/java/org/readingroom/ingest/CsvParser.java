package org.readingroom.ingest;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads tables in plain text, whatever separates their cells. */
final class CsvParser {

  private static final int LINES = 20;

  private CsvParser() {}

  static Extract parse(Source source) throws IOException {
    String text = Charsets.decode(source.textBytes(), false);
    DocumentWriter writer = source.writer();
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(true)
        .setTrailingData(true).setLenientEof(true).get();
    TableRows rows = new TableRows(writer);
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord row : parser) {
        rows.row(row.toList());
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      plain(text, writer);
    }
    return Extract.of(writer.document("", Metadata.NONE));
  }

  /** Writes the lines of a table whose quotes do not match. */
  private static void plain(String text, DocumentWriter writer) {
    if (writer.isEmpty()) {
      text.lines().forEach(line -> writer.block(Role.TABLE, line));
    }
  }

  /** Returns what the first lines have most evenly. */
  private static char delimiter(String text) {
    List<String> lines = text.lines().limit(LINES).filter(line -> !line.isBlank()).toList();
    char best = ',';
    double most = 0;
    for (char candidate : new char[]{',', ';', '\t', '|'}) {
      double least = lines.stream()
          .mapToLong(line -> line.chars().filter(character -> character == candidate).count())
          .sorted().skip(lines.size() / 4).findFirst().orElse(0);
      if (least > most) {
        most = least;
        best = candidate;
      }
    }
    return best;
  }
}
