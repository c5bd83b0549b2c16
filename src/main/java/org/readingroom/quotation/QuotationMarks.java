package org.readingroom.quotation;

import java.util.BitSet;

/**
 * Tells the marks in which words are set as a quotation: what Unicode gives the property Quotation_Mark, brackets
 * that are drawn as corners or angles, and what looks like any of them, such as primes, accents and raised commas.
 *
 * <p>
 * Java does not know that property. Initial and final quotes are told by their category; the rest is listed, and
 * the tests hold the lists against the names of all characters.
 */
public final class QuotationMarks {

  /** What is a mark wherever it stands: single characters and ranges. */
  private static final BitSet ALWAYS = set("\"", "\u02ba", "\u02dd", "\u02ee", "\u02f5-\u02f6", "\u05f4",
      "\u1cd3",
      "\u201e", "\u2033-\u2034", "\u2036-\u2037", "\u2057", "\u2329-\u232a", "\u231c-\u231f", "\u275b-\u2760",
      "\u276c-\u2771", "\u27e8-\u27eb", "\u2991-\u2992", "\u29fc-\u29fd", "\u2e22-\u2e25", "\u2e42",
      "\u3003", "\u3008-\u300f", "\u301d-\u301f", "\ufe3d-\ufe44", "\uff02", "\uff62-\uff63",
      "\ud805\udc5a", "\ud83d\ude76-\ud83d\ude78");
  /** What may be an apostrophe, a minute or an accent, too. */
  private static final BitSet SOMETIMES = set("'", "`", "\u00b4", "\u02b9", "\u02bb-\u02bf", "\u02c8",
      "\u02ca-\u02cb", "\u02ce-\u02cf", "\u02d2-\u02d3", "\u02f4", "\u0374", "\u0384-\u0385", "\u0559-\u055b",
      "\u05f3", "\u07f4-\u07f5", "\u1fbd", "\u1fbf", "\u1fcd-\u1fcf", "\u1fdd-\u1fdf", "\u1fed-\u1fef",
      "\u1ffd-\u1ffe", "\u2018-\u201b", "\u2032", "\u2035", "\u2e32", "\u2e34", "\u2e41", "\ua78b-\ua78c",
      "\uff07", "\uff40");

  private QuotationMarks() {}

  private static BitSet set(String... ranges) {
    BitSet set = new BitSet();
    for (String range : ranges) {
      set.set(range.codePointAt(0), range.codePointBefore(range.length()) + 1);
    }
    return set;
  }

  /** Tells what is a mark wherever it stands. */
  public static boolean isDouble(int character) {
    if (SOMETIMES.get(character)) {
      return false;
    }
    int type = Character.getType(character);
    return type == Character.INITIAL_QUOTE_PUNCTUATION || type == Character.FINAL_QUOTE_PUNCTUATION
        || ALWAYS.get(character);
  }

  /** Tells what is a mark where it does not stand within a word or behind a number. */
  public static boolean isSingle(int character) {
    return SOMETIMES.get(character);
  }

  /** Tells whether a character is either. */
  public static boolean isMark(int character) {
    return isSingle(character) || isDouble(character);
  }
}
