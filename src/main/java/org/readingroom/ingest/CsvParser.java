package org.readingroom.ingest;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads tables in plain text, whatever separates their cells. */
final class CsvParser {

  private static final int LOOKED_AT = 1 << 20;
  private static final int RECORDS = 20;
  private static final double NEARLY_ALL = 0.75;

  /** What may separate cells; of two as even, the first does: commas are part of numbers and texts, too. */
  private static final char[] DELIMITERS = {'\t', ';', '|', ','};

  private static final Pattern QUOTED = Pattern.compile("(?<![^\\r\\n\\t;|,\"])\"[^\"]*+\"");

  private CsvParser() {}

  static Extract parse(Source source) throws IOException {
    String text = Charsets.decode(source.textBytes(), false);
    DocumentWriter writer = source.writer();
    CSVFormat format = CSVFormat.DEFAULT.builder()
        .setDelimiter(delimiter(text, Titles.ending(source.name()))).setIgnoreEmptyLines(true)
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

  /** Returns what the first records have most evenly outside quotes; a tab where the file is named for it. */
  private static char delimiter(String text, String ending) {
    String head = text.substring(0, Math.min(text.length(), LOOKED_AT));
    List<String> records = QUOTED.matcher(head).replaceAll("\"\"").lines().filter(line -> !line.isBlank())
        .limit(RECORDS).toList();
    char best = ',';
    double most = 0;
    for (char candidate : DELIMITERS) {
      double evenness = evenness(records.stream()
          .mapToLong(record -> record.chars().filter(character -> character == candidate).count()).toArray());
      if (candidate == '\t' && evenness > 0 && ending.matches("tsv|tab")) {
        return candidate;
      }
      if (evenness > most) {
        most = evenness;
        best = candidate;
      }
    }
    return best;
  }

  /** Returns the share of the usual count, and one more where nearly all have it and the first has any. */
  private static double evenness(long[] counts) {
    long usual = Arrays.stream(counts).sorted().skip(counts.length / 2).findFirst().orElse(0);
    if (usual == 0) {
      return 0;
    }
    double share = Arrays.stream(counts).filter(count -> count == usual).count() / (double) counts.length;
    return counts[0] > 0 && share >= NEARLY_ALL ? share + 1 : share;
  }
}
