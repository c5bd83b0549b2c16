package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The words of a line and where each character stands along it.
 *
 * @param text the words, in the order in which they are read
 * @param edges where each character starts and the last one ends
 */
record LineText(String text, float[] edges) {

  /** How wide a gap between words is at least, in font sizes. */
  private static final float WORD_GAP = 0.16f;
  private static final float WIDE_WORD_GAP = 0.5f;
  private static final float SPACED = 0.06f;
  private static final float WIDEST_SPACED = 0.28f;
  private static final int FEWEST_SPACED = 5;

  /** Returns the words of a row of segments. */
  static LineText of(Row row) {
    List<Glyph> glyphs = new ArrayList<>();
    for (Segment segment : row.segments()) {
      List<Glyph> sorted = new ArrayList<>(segment.glyphs());
      sorted.sort(Comparator.comparingDouble(Glyph::left));
      glyphs.addAll(sorted);
    }
    boolean[] spaces = spaces(glyphs, row);
    if (!row.tabular()) {
      closeSpacedLetters(glyphs, spaces);
    }
    return Bidi.hasRightToLeft(glyphs) ? Bidi.logical(glyphs, spaces) : level(glyphs, spaces);
  }

  /** Tells before which glyphs there is a space. */
  private static boolean[] spaces(List<Glyph> glyphs, Row row) {
    boolean[] spaces = new boolean[glyphs.size()];
    int at = 0;
    for (Segment segment : row.segments()) {
      int count = segment.glyphs().size();
      float tracking = tracking(glyphs.subList(at, at + count));
      for (int i = at; i < at + count; i++) {
        spaces[i] = i > 0 && (i == at || isSpaced(glyphs.get(i - 1), glyphs.get(i), tracking));
      }
      at += count;
    }
    return spaces;
  }

  private static boolean isSpaced(Glyph before, Glyph glyph, float tracking) {
    float gap = glyph.left() - before.right();
    float size = Math.min(before.size(), glyph.size());
    boolean wide = isWide(before) && isWide(glyph);
    boolean drawn = glyph.afterSpace() && glyph.order() == before.order() + 1
        || before.afterSpace() && before.order() == glyph.order() + 1
        || glyph.afterSpace() && gap > 0.05 * size;
    boolean initial = before.size() > Segment.LARGE * glyph.size()
        && Character.isLetter(before.text().codePointAt(0));
    float least = initial ? initialGap(before.size(), size) : (wide ? WIDE_WORD_GAP : WORD_GAP) * size;
    return drawn && gap > -0.3 * size || gap > least + tracking;
  }

  /** Returns how wide a gap after a letter that is set over several lines is, at least, that parts words. */
  static float initialGap(float size, float lineSize) {
    return Math.min(WORD_GAP * size, WIDE_WORD_GAP * lineSize);
  }

  private static boolean isWide(Glyph glyph) {
    char character = glyph.text().charAt(0);
    return character >= '\u3000' && character <= '\u9fff' || character >= '\uff00' && character <= '\uff60';
  }

  /** Returns how far letters are spaced out beyond their widths; 0 where they are set as usual. */
  private static float tracking(List<Glyph> glyphs) {
    List<Float> gaps = new ArrayList<>();
    float size = 0;
    for (int i = 1; i < glyphs.size(); i++) {
      size = Math.max(size, glyphs.get(i).size());
      if (!glyphs.get(i).afterSpace()) {
        gaps.add(glyphs.get(i).left() - glyphs.get(i - 1).right());
      }
    }
    if (gaps.size() < 4) {
      return 0;
    }
    gaps.sort(null);
    float low = gaps.get(gaps.size() / 5);
    return low > SPACED * size && low < WIDEST_SPACED * size ? low * 1.1f : 0;
  }

  /** Closes the spaces within words of which every letter stands apart. */
  private static void closeSpacedLetters(List<Glyph> glyphs, boolean[] spaces) {
    int words = 0;
    int letters = 0;
    List<Float> gaps = new ArrayList<>();
    for (int i = 0; i < spaces.length; i++) {
      boolean starts = i == 0 || spaces[i];
      boolean single = starts && (i + 1 == spaces.length || spaces[i + 1])
          && Character.isLetter(glyphs.get(i).text().codePointAt(0));
      words += starts ? 1 : 0;
      letters += single ? 1 : 0;
      if (spaces[i]) {
        gaps.add(glyphs.get(i).left() - glyphs.get(i - 1).right());
      }
    }
    if (words < FEWEST_SPACED || letters < 0.8 * words) {
      return;
    }
    gaps.sort(null);
    float usual = gaps.get(gaps.size() / 2);
    boolean upper = glyphs.stream().noneMatch(glyph -> Character.isLowerCase(glyph.text().codePointAt(0)));
    // Small letters that are all as far apart may be as many signs of a formula or a list.
    if (!upper && gaps.getLast() < 1.5 * usual) {
      return;
    }
    for (int i = 1; i < spaces.length; i++) {
      spaces[i] &= glyphs.get(i).left() - glyphs.get(i - 1).right() > 1.5 * usual;
    }
  }

  private static LineText level(List<Glyph> glyphs, boolean[] spaces) {
    LineBuilder line = new LineBuilder();
    for (int i = 0; i < glyphs.size(); i++) {
      if (spaces[i]) {
        line.space();
      }
      line.add(glyphs.get(i), false);
    }
    return line.build();
  }

  /** Returns the words with nothing but single spaces as white space, and none at the ends. */
  LineText clean() {
    StringBuilder words = new StringBuilder(text.length());
    float[] kept = new float[edges.length];
    boolean room = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (WhiteSpace.isSpace(character)) {
        room = !words.isEmpty();
      } else if (!WhiteSpace.isNothing(character)) {
        if (room) {
          kept[words.length()] = i > 0 ? edges[i - 1] : edges[i];
          words.append(' ');
        }
        room = false;
        kept[words.length()] = edges[i];
        words.append(character);
      }
    }
    kept[words.length()] = edges[edges.length - 1];
    // Cleaning again replaces half a pair of surrogates, one for one.
    return new LineText(WhiteSpace.line(words), Arrays.copyOf(kept, words.length() + 1));
  }
}
