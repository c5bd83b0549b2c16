package org.readingroom.bibliography;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.readingroom.bibliography.Description.Field;
import org.readingroom.bibliography.Description.Role;
import org.readingroom.collection.DocumentDate;

/**
 * Reads tables whose first line names the columns: {@code metadata.csv} and what Zotero writes. Columns of other names
 * are passed over.
 */
final class TableReader {

  private static final Set<Column> NAMING = Set.of(Column.FILE, Column.KEY, Column.DOI, Column.TITLE);

  private TableReader() {}

  /** What a column holds, with the names that it goes by: letters in lower case. */
  private enum Column {
    FILE("file files filename path filepath attachment attachments fileattachments"), KEY(
        "key citationkey citekey id"), TITLE("title"), AUTHOR("author authors creator creators"), EDITOR(
            "editor editors"), TRANSLATOR("translator translators"), DATE(
                "date issued published publicationdate"), YEAR("year publicationyear"), PUBLISHER(
                    "publisher"), DOI(
                        "doi"), LANGUAGE("language lang langid"), TYPE("itemtype kind type"), CONTAINER(
                            "container containertitle journal journaltitle publicationtitle publication booktitle"), VOLUME(
                                "volume"), ISSUE(
                                    "issue number"), FROM("from sender"), TO("to recipient addressee");

    private final String names;

    Column(String names) {
      this.names = names;
    }

    static Optional<Column> of(String name) {
      String folded = name.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
      return Arrays.stream(values()).filter(column -> List.of(column.names.split(" ", -1)).contains(folded))
          .findFirst();
    }
  }

  /** Tells whether a line names the columns of a table that Zotero writes. */
  static boolean isOfZotero(String line) {
    return line.startsWith("\"Key\",\"Item Type\",") && line.contains("\"File Attachments\"");
  }

  static List<Entry> read(String text) throws BibliographyException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(true)
        .setIgnoreSurroundingSpaces(true).get();
    List<Entry> entries = new ArrayList<>();
    long line = 1;
    try (CSVParser rows = CSVParser.parse(new StringReader(text), format)) {
      @Nullable
      Map<Column, Integer> columns = null;
      for (CSVRecord row : rows) {
        line = rows.getCurrentLineNumber() + 1;
        if (columns == null) {
          columns = columns(row);
        } else {
          entries.add(entry(new Row(row, columns)));
        }
      }
      if (columns == null) {
        throw new BibliographyException("it is empty");
      }
      return entries;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new BibliographyException("the quotation marks in line " + line + " do not match", e);
    }
  }

  /** Returns what separates the names of the columns. */
  private static char delimiter(String text) {
    String names = text.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[]{';', '\t'}) {
      best = count(names, candidate) > count(names, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(character -> character == wanted).count();
  }

  private static Map<Column, Integer> columns(CSVRecord names) throws BibliographyException {
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    for (int i = 0; i < names.size(); i++) {
      int place = i;
      Column.of(names.get(i)).ifPresent(column -> columns.putIfAbsent(column, place));
    }
    if (columns.keySet().stream().noneMatch(NAMING::contains)) {
      throw new BibliographyException("its first line names no column file, key, doi or title");
    }
    return columns;
  }

  private record Row(CSVRecord cells, Map<Column, Integer> columns) {

    String cell(Column column) {
      Integer place = columns.get(column);
      return place == null || place >= cells.size() ? "" : cells.get(place);
    }
  }

  private static Entry entry(Row row) {
    DescriptionBuilder description = new DescriptionBuilder();
    for (Field field : Field.values()) {
      description.put(field, row.cell(Column.valueOf(field.name())));
    }
    for (Role role : Role.values()) {
      description.put(role, Names.inCell(row.cell(Column.valueOf(role.name()))));
    }
    DocumentDate date = WrittenDate.of(row.cell(Column.DATE));
    description.put(date != null ? date : WrittenDate.of(row.cell(Column.YEAR)));
    List<String> files = Arrays.stream(row.cell(Column.FILE).split(";", -1)).map(String::strip)
        .filter(file -> !file.isEmpty()).toList();
    return new Entry(row.cell(Column.KEY), files, description.build());
  }
}
