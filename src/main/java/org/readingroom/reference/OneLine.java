package org.readingroom.reference;

/** Puts text on one line, for formats in which a line break ends a value. */
final class OneLine {

  private OneLine() {}

  /** Returns the text with every run of white space and control characters as one space. */
  static String of(String text) {
    return text.replaceAll("[\\s\\p{Cc}\\u2028\\u2029]+", " ").strip();
  }
}
