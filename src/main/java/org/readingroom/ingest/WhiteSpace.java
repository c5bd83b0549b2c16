package org.readingroom.ingest;

/**
 * Sets white space: runs of it become one space, whatever kinds they are of.
 *
 * <p>
 * Controls, soft hyphens, byte order marks and spaces of no width are white space of no width: they are left out.
 */
final class WhiteSpace {

  private WhiteSpace() {}

  /** Returns a text on one line. */
  static String line(CharSequence text) {
    return set(text, false);
  }

  /** Returns a text whose lines stay lines, without empty ones. */
  static String lines(CharSequence text) {
    return set(text, true);
  }

  private static String set(CharSequence text, boolean keepsLines) {
    StringBuilder set = new StringBuilder(text.length());
    char gap = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character > ' ' && character < 0x7f) {
        gap = room(set, gap);
        set.append(character);
      } else if (isBreak(character) && keepsLines) {
        gap = '\n';
      } else if (isSpace(character)) {
        gap = gap == 0 ? ' ' : gap;
      } else if (!isNothing(character)) {
        gap = room(set, gap);
        set.append(isLone(text, i) ? '\ufffd' : character);
      }
    }
    return set.toString();
  }

  private static char room(StringBuilder set, char gap) {
    if (gap != 0 && !set.isEmpty()) {
      set.append(gap);
    }
    return 0;
  }

  static boolean isSpace(char character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\u0085'
        || character == '\u000b';
  }

  private static boolean isBreak(char character) {
    return character == '\n' || character == '\r' || character == '\u000b' || character == '\u2028'
        || character == '\u2029' || character == '\f' || character == '\u0085';
  }

  static boolean isNothing(char character) {
    return Character.getType(character) == Character.CONTROL || character == '\u00ad' || character == '\ufeff'
        || character == '\u200b' || character == '\u2060' || character == '\ufffe' || character == '\uffff';
  }

  /** Tells whether half of a pair of surrogates lacks the other. */
  private static boolean isLone(CharSequence text, int at) {
    char character = text.charAt(at);
    if (Character.isHighSurrogate(character)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(character)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
