package org.readingroom.ingest;

import java.util.regex.Pattern;

/** Tells how a line joins the one before. */
final class Hyphens {

  private static final Pattern SUSPENDED = Pattern.compile("(?:and|or|to|und|oder|bis|et|ou|y|o|e)\\s.*",
      Pattern.DOTALL);

  private Hyphens() {}

  static boolean isHyphen(char character) {
    return character == '-' || character == '\u2010' || character == '\u2011' || character == '\u00ad';
  }

  /**
   * Returns what stands between two lines of a paragraph: nothing after a hyphen within a word, after a dash without
   * room before it and between characters of scripts that write no spaces; else a space.
   */
  static String joint(CharSequence before, CharSequence next) {
    int last = before.length() - 1;
    if (last < 0 || next.isEmpty()) {
      return "";
    }
    char end = before.charAt(last);
    char start = next.charAt(0);
    if (end == '—') {
      return last > 0 && before.charAt(last - 1) == ' ' ? " " : "";
    }
    if (isHyphen(end) && last > 0 && Character.isLetterOrDigit(before.charAt(last - 1))) {
      return Character.isLetterOrDigit(start) && !SUSPENDED.matcher(next).matches() ? "" : " ";
    }
    return isWithoutSpaces(end) && isWithoutSpaces(start) ? "" : " ";
  }

  /** Tells whether a character is of Chinese or Japanese, whose words have no spaces between. */
  private static boolean isWithoutSpaces(char character) {
    return character >= '\u3001' && character <= '\u30ff' || character >= '\u3400' && character <= '\u9fff'
        || character >= '\uff01' && character <= '\uff60';
  }
}
