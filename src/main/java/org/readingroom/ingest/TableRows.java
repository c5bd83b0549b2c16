package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.List;

/** Writes the rows of a sheet, each on a line with the names of its columns: "Name: Ann; Age: 3". */
final class TableRows {

  private static final int LONGEST_NAME = 80;

  private final DocumentWriter writer;
  private List<String> names = List.of();
  private boolean first = true;

  TableRows(DocumentWriter writer) {
    this.writer = writer;
  }

  /** Writes a row; the first one with words in it, where they look like names, names the columns. */
  void row(List<String> cells) {
    List<String> clean = cells.stream().map(WhiteSpace::line).toList();
    long filled = clean.stream().filter(cell -> !cell.isEmpty()).count();
    if (filled == 0) {
      return;
    }
    if (first && filled > 1) {
      first = false;
      if (clean.stream().allMatch(TableRows::isName)) {
        names = clean;
        writer.block(Role.TABLE, String.join(" ", clean));
        return;
      }
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < clean.size(); i++) {
      String name = i < names.size() ? names.get(i) : "";
      if (!clean.get(i).isEmpty()) {
        parts.add(name.isEmpty() ? clean.get(i) : name + ": " + clean.get(i));
      }
    }
    writer.block(Role.TABLE, String.join(names.isEmpty() ? " " : "; ", parts));
  }

  private static boolean isName(String cell) {
    return cell.length() <= LONGEST_NAME
        && !cell.matches("[-+]?[\\d.,]+%?|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}.*");
  }
}
