package org.readingroom.bibliography;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.readingroom.collection.Creator;

/** Takes names apart. */
final class Names {

  private Names() {}

  /**
   * Reads the names of a cell, with semicolons or "and" between them: {@code Smith, Ann} is turned round, and without a
   * comma a name is one as it stands, since nobody says which of its words is the family's.
   */
  static List<Creator> inCell(String cell) {
    return Arrays.stream(cell.split(";|\\s+and\\s+", -1)).map(String::strip).filter(name -> !name.isEmpty())
        .map(name -> inverted(name.split(",", -1), UnaryOperator.identity())).toList();
  }

  /**
   * Reads the names of a BibTeX field: {@code First von Last}, {@code von Last, First} or {@code von Last, Jr, First},
   * with "and" between two; one in braces stays as it is.
   */
  static List<Creator> inBibTex(String field) {
    List<Creator> names = new ArrayList<>();
    for (String name : split(field, " and ")) {
      String clean = name.strip();
      if (!clean.isEmpty() && !clean.equals("others")) {
        names.add(bibTex(clean));
      }
    }
    return names;
  }

  private static Creator bibTex(String name) {
    List<String> parts = split(name, ",");
    if (parts.size() > 1) {
      return inverted(parts.toArray(String[]::new), Tex::plain);
    }
    List<String> words = split(name, " ").stream().filter(word -> !word.isBlank()).toList();
    // "von" begins with the first word in lower case that a family name can follow.
    int family = words.size() - 1;
    for (int i = words.size() - 2; i > 0; i--) {
      if (Character.isLowerCase(Tex.plain(words.get(i) + "-").codePointAt(0))) {
        family = i;
      }
    }
    String given = Tex.plain(String.join(" ", words.subList(0, family)));
    return new Creator(Tex.plain(String.join(" ", words.subList(family, words.size()))),
        given.isEmpty() ? null : given);
  }

  /** Returns the name in parts of which the first is the family's, the last is given, and one between says Jr. */
  private static Creator inverted(String[] parts, UnaryOperator<String> plain) {
    String family = plain.apply(parts[0]).strip();
    String given = parts.length == 1 ? "" : plain.apply(parts[parts.length - 1]).strip();
    String suffix = parts.length < 3 ? "" : " " + plain.apply(parts[1]).strip();
    return new Creator((family + suffix).strip(), given.isEmpty() ? null : given);
  }

  /** Splits a field where no brace is open. */
  private static List<String> split(String field, String separator) {
    String text = field.replaceAll("\\s+", " ");
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '\\') {
        i++;
      } else if (character == '{' || character == '}') {
        depth += character == '{' ? 1 : -1;
      } else if (depth == 0 && text.startsWith(separator, i)) {
        parts.add(text.substring(start, i));
        start = i + separator.length();
        i = start - 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
