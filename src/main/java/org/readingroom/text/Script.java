package org.readingroom.text;

/** Tells in which letters a text is written. */
public final class Script {

  private Script() {}

  /** Tells whether at least half of the letters are Latin ones; what has no letters is taken for it. */
  public static boolean isLatin(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin = text.codePoints().filter(Character::isLetter)
        .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN).count();
    return 2 * latin >= letters;
  }
}
