package org.readingroom.collection;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the headings {@code DOCUMENT NO. n} and the separators {@code * * *}, misspelt ones included. */
final class Headings {

  private static final Pattern HEADING = Pattern
      .compile("\\s*DO[A-Z]{4,7}\\s+N[Oº°]\\.?\\s*(\\d{1,3})\\.?\\s*");

  private Headings() {}

  /** Returns the line of each heading by document number, the numbers rising with the lines. */
  static NavigableMap<Integer, Integer> find(SourceText source) {
    NavigableMap<Integer, Integer> lines = new TreeMap<>();
    for (int line = 1; line <= source.lines().size(); line++) {
      String text = source.line(line);
      if (!text.contains("DO")) {
        continue;
      }
      Matcher heading = HEADING.matcher(text);
      if (heading.matches()) {
        int number = Integer.parseInt(heading.group(1));
        if (!lines.isEmpty() && number <= lines.lastKey()) {
          throw new CollectionException("Line " + line + " opens document " + number + " after document "
              + lines.lastKey() + " has been opened.");
        }
        lines.put(number, line);
      }
    }
    return lines;
  }

  static boolean isSeparator(String line) {
    return line.indexOf('*') >= 0 && line.strip().replace(" ", "").equals("***");
  }
}
