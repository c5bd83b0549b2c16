package org.readingroom.text;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;

/** Tells in which letters a text is written. */
public final class Script {

  private static final Set<Character.UnicodeScript> UNSPACED = EnumSet.of(Character.UnicodeScript.HAN,
      Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.KATAKANA, Character.UnicodeScript.THAI,
      Character.UnicodeScript.LAO, Character.UnicodeScript.KHMER, Character.UnicodeScript.MYANMAR);

  private Script() {}

  /** Tells whether at least half of the letters are Latin ones; what has no letters is taken for it. */
  public static boolean isLatin(String text) {
    return areMostly(text, letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
  }

  /** Tells whether at least half of the letters are capitals or small ones; what has no letters is taken for it. */
  public static boolean hasCase(String text) {
    return areMostly(text, letter -> Character.isLowerCase(letter) || Character.isUpperCase(letter));
  }

  /** Tells whether at least half of the letters are of writing with spaces; what has no letters is taken for it. */
  public static boolean isSpaced(String text) {
    return areMostly(text, letter -> !isUnspaced(letter));
  }

  /** Tells whether a character is of writing that does not tell where words end. */
  public static boolean isUnspaced(int character) {
    return UNSPACED.contains(Character.UnicodeScript.of(character));
  }

  private static boolean areMostly(String text, IntPredicate kind) {
    int[] letters = text.codePoints().filter(Character::isLetter).toArray();
    return 2 * Arrays.stream(letters).filter(kind).count() >= letters.length;
  }
}
