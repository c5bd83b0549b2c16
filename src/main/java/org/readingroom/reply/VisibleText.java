package org.readingroom.reply;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * Text as it may be shown and exported: characters that would control a terminal, reorder what stands beside them
 * or hide stand there as escapes, such as {@code \u009b}.
 *
 * <p>
 * They are shown and not dropped, so that a reader sees that something is there, and so that JSON stays what it
 * was: within it the escape is the character. Escaped are
 * <ul>
 * <li>control characters but for the line feed; a tab becomes a space, and a carriage return before a line feed
 * goes,
 * <li>line and paragraph separators, halves of a surrogate pair,
 * <li>bidirectional marks, embeddings, overrides and isolates,
 * <li>what Unicode has shown as nothing (Default_Ignorable_Code_Point), tags and interlinear annotations included.
 * </ul>
 * Of the last, those stay that some writing needs, where it needs them: a zero-width joiner or non-joiner behind an
 * emoji or a letter of a script whose letters join, one variation selector behind a character, the fillers of Old
 * Korean syllables; and the soft hyphen, which a terminal shows.
 */
public final class VisibleText {

  private static final int NON_JOINER = 0x200c;
  private static final int JOINER = 0x200d;

  /** The living scripts in which a joiner or a non-joiner changes the shape of letters. */
  private static final Set<UnicodeScript> JOINING = EnumSet.of(UnicodeScript.ARABIC, UnicodeScript.SYRIAC,
      UnicodeScript.NKO, UnicodeScript.MANDAIC, UnicodeScript.MONGOLIAN, UnicodeScript.ADLAM,
      UnicodeScript.HANIFI_ROHINGYA, UnicodeScript.DEVANAGARI, UnicodeScript.BENGALI,
      UnicodeScript.GURMUKHI, UnicodeScript.GUJARATI, UnicodeScript.ORIYA, UnicodeScript.TAMIL,
      UnicodeScript.TELUGU, UnicodeScript.KANNADA, UnicodeScript.MALAYALAM, UnicodeScript.SINHALA,
      UnicodeScript.TIBETAN, UnicodeScript.MYANMAR, UnicodeScript.KHMER, UnicodeScript.BALINESE,
      UnicodeScript.JAVANESE, UnicodeScript.CHAKMA, UnicodeScript.NEWA, UnicodeScript.TIRHUTA,
      UnicodeScript.MEETEI_MAYEK);

  private boolean takesJoiner;
  private boolean takesSelector;
  /** A carriage return or the first half of a pair, whose meaning the next character tells; 0 if there is none. */
  private char pending;

  /** Returns a text with everything in it visible. */
  public static String of(String text) {
    VisibleText visible = new VisibleText();
    return visible.next(text) + visible.end();
  }

  /** Returns the next piece of a text that comes in pieces, but for a character that only the one after it explains. */
  public String next(CharSequence piece) {
    StringBuilder out = new StringBuilder(piece.length());
    for (int i = 0; i < piece.length(); i++) {
      next(piece.charAt(i), out);
    }
    return out.toString();
  }

  /** Returns what was held back, at the end of a text. */
  public String end() {
    StringBuilder out = new StringBuilder();
    release(out);
    takesJoiner = false;
    takesSelector = false;
    return out.toString();
  }

  private void next(char c, StringBuilder out) {
    if (Character.isHighSurrogate(pending) && Character.isLowSurrogate(c)) {
      show(Character.toCodePoint(pending, c), out);
      pending = 0;
      return;
    }
    if (pending == '\r' && c == '\n') {
      pending = 0;
    }
    release(out);
    if (c == '\r' || Character.isHighSurrogate(c)) {
      pending = c;
    } else {
      show(c == '\t' ? ' ' : c, out);
    }
  }

  private void release(StringBuilder out) {
    if (pending != 0) {
      show(pending, out);
      pending = 0;
    }
  }

  private void show(int c, StringBuilder out) {
    boolean joiner = c == JOINER || c == NON_JOINER;
    if (joiner ? !takesJoiner : isSelector(c) ? !takesSelector : isHidden(c)) {
      for (char unit : Character.toChars(c)) {
        out.append("\\u").append(HexFormat.of().toHexDigits(unit));
      }
      takesJoiner = false;
      takesSelector = false;
      return;
    }
    out.appendCodePoint(c);
    takesSelector = !joiner && !isSelector(c) && c > ' ';
    takesJoiner = !joiner && takesJoinerAfter(c);
  }

  /** Tells whether a joiner may follow; what only modifies the character before it leaves that as it was. */
  private boolean takesJoinerAfter(int c) {
    if (c < 0xa9) {
      return false;
    }
    if (isSelector(c) || Character.isEmojiModifier(c) || UnicodeScript.of(c) == UnicodeScript.INHERITED) {
      return takesJoiner;
    }
    return Character.isExtendedPictographic(c) || JOINING.contains(UnicodeScript.of(c));
  }

  private static boolean isSelector(int c) {
    return isIn(c, 0xfe00, 0xfe0f) || isIn(c, 0xe0100, 0xe01ef) || isIn(c, 0x180b, 0x180f);
  }

  private static boolean isHidden(int c) {
    if (c < 0x34f) {
      return Character.isISOControl(c) && c != '\n';
    }
    return c == 0x34f || c == 0x61c || isIn(c, 0x17b4, 0x17b5) || isIn(c, 0x200b, 0x200f)
        || isIn(c, 0x2028, 0x202e) || isIn(c, 0x2060, 0x206f) || c == 0x3164
        || isIn(c, Character.MIN_SURROGATE, Character.MAX_SURROGATE) || c == 0xfeff || c == 0xffa0
        || isIn(c, 0xfff0, 0xfffb) || isIn(c, 0x1bca0, 0x1bca3) || isIn(c, 0x1d173, 0x1d17a)
        || isIn(c, 0xe0000, 0xe0fff);
  }

  private static boolean isIn(int c, int from, int to) {
    return from <= c && c <= to;
  }
}
