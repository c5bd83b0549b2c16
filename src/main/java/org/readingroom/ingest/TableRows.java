package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Writes the rows of a sheet, each on a line with the names of its columns: "Name: Ann; Age: 3". */
final class TableRows {

  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_SURE_NAME = 80;
  private static final Pattern DATUM = Pattern
      .compile("[-+]?[\\d.,]+%?|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}.*");
  private static final Pattern QUESTION = Pattern.compile("(?s).*[?:)]");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern YEAR = Pattern.compile("(1[89]|20)\\d\\d(?![\\d.,])");

  private final DocumentWriter writer;
  private List<String> names = List.of();
  private boolean first = true;
  private boolean second;

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
      if (areNames(clean)) {
        names = clean;
        second = true;
        writer.block(Role.TABLE, String.join(" ", clean));
        return;
      }
    }
    if (second && filled > 1) {
      second = false;
      names = areNoNamesOver(clean) ? List.of() : names;
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

  /** Tells whether cells may be names: texts that are not long, questions that are, and years beside them. */
  private static boolean areNames(List<String> cells) {
    boolean worded = cells.stream().anyMatch(cell -> LETTER.matcher(cell).find());
    return cells.stream().allMatch(
        cell -> cell.length() <= (QUESTION.matcher(cell).matches() ? LONGEST_NAME : LONGEST_SURE_NAME)
            && (!DATUM.matcher(cell).matches() || worded && YEAR.matcher(cell).matches()));
  }

  /**
   * Tells whether the names are cells as those of the row below are: a year over a year, or a long text over a long
   * text and in no column a text over a number.
   */
  private boolean areNoNamesOver(List<String> row) {
    return isAnyOver(row, (name, cell) -> YEAR.matcher(name).matches() && YEAR.matcher(cell).lookingAt())
        || isAnyOver(row,
            (name, cell) -> name.length() > LONGEST_SURE_NAME && cell.length() > LONGEST_SURE_NAME)
            && !isAnyOver(row, (name, cell) -> !name.isEmpty() && !DATUM.matcher(name).matches()
                && DATUM.matcher(cell).matches());
  }

  private boolean isAnyOver(List<String> row, BiPredicate<String, String> over) {
    return IntStream.range(0, Math.min(names.size(), row.size()))
        .anyMatch(i -> over.test(names.get(i), row.get(i)));
  }
}
