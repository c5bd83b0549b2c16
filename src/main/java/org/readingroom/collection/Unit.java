package org.readingroom.collection;

import java.util.ArrayList;
import java.util.List;
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

  private static final String CLOSERS = "\"”’'»)]";

  final List<Line> lines = new ArrayList<>();
  final Gap gap;
  @Nullable
  Role role;
  private String text = "";
  private boolean counted;
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
    counted = false;
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
    if (counted) {
      return;
    }
    counted = true;
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
    count();
    return words;
  }

  /** Returns how many of its words start with a lower-case letter. */
  int lowerWords() {
    count();
    return lowerWords;
  }

  /** Returns how many of its words have a digit in them. */
  int numbers() {
    count();
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
    return ".?!…".indexOf(lastMark()) >= 0;
  }

  boolean endsClause() {
    return ";:,".indexOf(lastMark()) >= 0;
  }

  /** Returns the last character before closing quotes and brackets. */
  private char lastMark() {
    int last = text.length() - 1;
    while (last > 0 && CLOSERS.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return text.charAt(last);
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
    count();
    return words >= 6 && lowerWords * 2 >= words - numbers;
  }
}
