package org.readingroom.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Paragraph.Role;

/** Collects the source lines that read on as one: a paragraph, a list item, a row, a line of a letterhead. */
final class Unit {

  /** Says what stands before a unit. */
  enum Gap {
    NONE, BLANK, PAGE
  }

  /**
   * Holds one line with its white space folded.
   *
   * @param indent how many white space characters stood before it
   * @param columns whether a wide gap divides it
   */
  record Line(int number, String text, int indent, boolean columns) {}

  private static final Pattern SENTENCE_END = Pattern.compile(".*[.?!…][\"”’'»)\\]]*", Pattern.DOTALL);
  private static final Pattern CLAUSE_END = Pattern.compile(".*[;:,][\"”’')\\]]*", Pattern.DOTALL);

  final List<Line> lines = new ArrayList<>();
  final Gap gap;
  @Nullable
  Role role;
  private String text = "";
  private int words;
  private int lowerWords;
  private int numbers;

  Unit(Line first, Gap gap) {
    this.gap = gap;
    add(first);
  }

  void add(Line line) {
    text = lines.isEmpty() ? line.text() : text + joint(text, line.text()) + line.text();
    lines.add(line);
    count();
  }

  /** Takes over the lines of a unit that a page break had cut off. */
  void heal(Unit rest) {
    rest.lines.forEach(line -> {
      text = text + joint(text, line.text()) + line.text();
      lines.add(line);
    });
    count();
  }

  /** Returns what joins a line to the one before: nothing after a hyphen that belongs to the word, else a space. */
  static String joint(CharSequence before, String next) {
    int last = before.length() - 1;
    char end = before.charAt(last);
    if (end == '—') {
      return "";
    }
    boolean hyphen = end == '-' && last > 0 && Character.isLetterOrDigit(before.charAt(last - 1))
        && Character.isLetterOrDigit(next.charAt(0));
    boolean suspended = next.startsWith("and ") || next.startsWith("or ") || next.startsWith("to ");
    return hyphen && !suspended ? "" : " ";
  }

  private void count() {
    words = 0;
    lowerWords = 0;
    numbers = 0;
    boolean inWord = false;
    boolean digits = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c == ' ') {
        numbers += digits ? 1 : 0;
        inWord = false;
        digits = false;
      } else {
        if (!inWord) {
          words++;
          inWord = true;
          lowerWords += Character.isLowerCase(c) ? 1 : 0;
        }
        digits |= Character.isDigit(c);
      }
    }
  }

  String text() {
    return text;
  }

  int words() {
    return words;
  }

  /** Returns how many of its words start with a lower-case letter. */
  int lowerWords() {
    return lowerWords;
  }

  /** Returns how many of its words have a digit in them. */
  int numbers() {
    return numbers;
  }

  Line first() {
    return lines.get(0);
  }

  Line last() {
    return lines.get(lines.size() - 1);
  }

  boolean columns() {
    return lines.stream().anyMatch(Line::columns);
  }

  boolean endsSentence() {
    return SENTENCE_END.matcher(text).matches();
  }

  boolean endsClause() {
    return CLAUSE_END.matcher(text).matches();
  }

  boolean startsLower() {
    return Character.isLowerCase(text.charAt(0));
  }

  boolean isCapitals() {
    boolean upper = false;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
      upper |= Character.isUpperCase(text.charAt(i));
    }
    return upper;
  }

  /** Tells whether it reads like running text: long enough, mostly lower case. */
  boolean isProse() {
    return words >= 6 && lowerWords * 2 >= words - numbers;
  }
}
