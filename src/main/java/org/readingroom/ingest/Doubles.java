package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * Drops characters that are drawn twice at one place to look bold or to cast a shadow.
 *
 * <p>
 * Where another text is drawn over one, the words that both share are no doubles: a run of which other characters lie
 * on those of another word is kept whole.
 */
final class Doubles {

  private final List<Segment> kept = new ArrayList<>();

  private Doubles() {}

  /** Returns runs without doubles, empty ones left out. */
  static List<Segment> drop(List<Segment> runs) {
    Doubles doubles = new Doubles();
    for (Segment run : runs) {
      Segment single = doubles.singles(run);
      if (!single.glyphs().isEmpty()) {
        doubles.kept.add(single);
      }
    }
    return doubles.kept;
  }

  private Segment singles(Segment run) {
    List<Segment> under = kept.stream().filter(other -> touches(run, other)).toList();
    if (under.isEmpty()) {
      return run;
    }
    Segment singles = new Segment();
    boolean collides = false;
    for (Glyph glyph : run.glyphs()) {
      boolean isDouble = false;
      for (Segment segment : under) {
        for (Glyph other : segment.glyphs()) {
          boolean same = other.text().equals(glyph.text());
          isDouble |= same && isAt(glyph, other);
          collides |= !same && isOver(glyph, other);
        }
      }
      if (!isDouble) {
        singles.add(glyph);
      }
    }
    return collides && !singles.glyphs().isEmpty() ? run : singles;
  }

  private static boolean touches(Segment run, Segment other) {
    return run.left() < other.right() && other.left() < run.right() && run.top() < other.bottom()
        && other.top() < run.bottom();
  }

  private static boolean isAt(Glyph one, Glyph other) {
    return Math.abs(one.left() - other.left()) < 0.3 * Math.min(one.width(), other.width()) + 0.05
        && Math.abs(one.base() - other.base()) < 0.15 * one.size()
        && Math.abs(one.size() - other.size()) < 0.15 * one.size();
  }

  private static boolean isOver(Glyph one, Glyph other) {
    float shared = Math.min(one.right(), other.right()) - Math.max(one.left(), other.left());
    return Math.abs(one.base() - other.base()) < 0.15 * one.size()
        && shared > 0.6 * Math.min(one.width(), other.width()) && shared > 1;
  }
}
