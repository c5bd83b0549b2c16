package org.readingroom.quotation;

import java.text.Normalizer;

/** Tells which characters typesetters write for one and the same thing. */
final class Folding {

  /** Stands for every quotation mark and apostrophe. */
  static final char QUOTE = '\'';
  /** Stands for every ellipsis, however many dots it has. */
  static final char ELLIPSIS = '…';

  private Folding() {}

  static boolean isSpace(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  /** Tells what has no width and says nothing: soft hyphens, joiners, marks of direction, controls. */
  static boolean isNothing(int character) {
    int type = Character.getType(character);
    return !isSpace(character) && (type == Character.FORMAT || type == Character.CONTROL);
  }

  static boolean isDash(int character) {
    return Character.getType(character) == Character.DASH_PUNCTUATION || character == '\u2212';
  }

  static boolean isQuote(int character) {
    return QuotationMarks.isMark(character);
  }

  /** Tells letters, their marks, digits and fractions from punctuation. */
  static boolean isWord(int character) {
    return Character.isLetterOrDigit(character) || isFraction(character)
        || switch (Character.getType(character)) {
          case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
          default -> false;
        };
  }

  /** Tells whether a character is a number over another, such as a half. */
  private static boolean isFraction(int character) {
    return Character.getType(character) == Character.OTHER_NUMBER
        && Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC).indexOf('\u2044') >= 0;
  }

  /**
   * Returns a character and the marks on it in the form that all its encodings share. A raised number or a fraction
   * stays what it is: taken for digits it would make another number of those beside it.
   */
  static String canonical(String cluster) {
    return cluster.length() == 1 && cluster.charAt(0) < 0x80
        || Character.getType(cluster.codePointAt(0)) == Character.OTHER_NUMBER
            ? cluster
            : Normalizer.normalize(cluster, Normalizer.Form.NFKC);
  }
}
