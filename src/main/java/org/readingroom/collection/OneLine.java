package org.readingroom.collection;

/** Puts text on one line, for formats in which a line break ends a value. */
public final class OneLine {

  private OneLine() {}

  /** Returns the text with every run of white space and control characters as one space. */
  public static String of(String text) {
    return text.replaceAll("[\\s\\p{Cc}\\u2028\\u2029]+", " ").strip();
  }
}
