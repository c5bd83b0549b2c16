package org.readingroom.ingest;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts accents that are drawn apart onto the letters that they stand over. */
final class Diacritics {

  private static final Map<Character, Character> COMBINING = Map.ofEntries(Map.entry('`', '\u0300'),
      Map.entry('\u00b4', '\u0301'), Map.entry('\u02ca', '\u0301'), Map.entry('\u02cb', '\u0300'),
      Map.entry('\u02c6', '\u0302'), Map.entry('^', '\u0302'), Map.entry('\u02dc', '\u0303'),
      Map.entry('~', '\u0303'),
      Map.entry('\u00af', '\u0304'), Map.entry('\u02c9', '\u0304'), Map.entry('\u02d8', '\u0306'),
      Map.entry('\u02d9', '\u0307'), Map.entry('\u00a8', '\u0308'), Map.entry('\u02da', '\u030a'),
      Map.entry('\u00b0', '\u030a'), Map.entry('\u02dd', '\u030b'), Map.entry('\u02c7', '\u030c'),
      Map.entry('\u00b8', '\u0327'), Map.entry('\u02db', '\u0328'));

  private Diacritics() {}

  /** Returns glyphs in their order, with no accent apart that stands over a letter beside it. */
  static List<Glyph> merge(List<Glyph> glyphs) {
    List<Glyph> merged = new ArrayList<>(glyphs.size());
    for (int i = 0; i < glyphs.size(); i++) {
      Glyph glyph = glyphs.get(i);
      String mark = mark(glyph.text());
      if (mark.isEmpty()) {
        merged.add(glyph);
      } else if (i + 1 < glyphs.size() && stands(glyph, glyphs.get(i + 1))
          && !(!merged.isEmpty() && covers(glyph, merged.getLast()) && isPureMark(glyph.text()))) {
        Glyph base = glyphs.get(++i);
        merged.add(composed(base, mark).spaced(glyph.afterSpace() || base.afterSpace()));
      } else if (!merged.isEmpty() && stands(glyph, merged.getLast())) {
        merged.add(composed(merged.removeLast(), mark));
      } else {
        merged.add(glyph);
      }
    }
    return merged;
  }

  /** Returns the combining form of an accent; nothing for another character. */
  private static String mark(String text) {
    if (isPureMark(text)) {
      return text;
    }
    Character combining = text.length() == 1 ? COMBINING.get(text.charAt(0)) : null;
    return combining == null ? "" : combining.toString();
  }

  private static boolean isPureMark(String text) {
    return text.chars().allMatch(character -> Character.getType(character) == Character.NON_SPACING_MARK);
  }

  private static boolean stands(Glyph accent, Glyph letter) {
    return covers(accent, letter) && Character.isLetter(letter.text().codePointBefore(letter.text().length()))
        || covers(accent, letter) && isPureMark(accent.text()) && !isPureMark(letter.text());
  }

  private static boolean covers(Glyph accent, Glyph letter) {
    if (!accent.frame().equals(letter.frame())
        || Math.abs(accent.base() - letter.base()) > 0.8 * letter.size()) {
      return false;
    }
    float middle = (accent.left() + accent.right()) / 2;
    float slack = isPureMark(accent.text()) ? 0.1f * letter.size() : 0;
    return middle > letter.left() - slack && middle < letter.right() + slack;
  }

  private static Glyph composed(Glyph letter, String mark) {
    String base = letter.text().equals("\u0131") ? "i" : letter.text();
    return letter.withText(Normalizer.normalize(base + mark, Normalizer.Form.NFC));
  }
}
