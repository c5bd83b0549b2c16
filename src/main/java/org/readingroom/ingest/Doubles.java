package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Drops characters that are drawn twice at one place to look bold or to cast a shadow.
 *
 * <p>
 * Where another text is drawn over one, the words that both share are no doubles: a run of which other characters lie
 * on those of another word is kept whole.
 */
final class Doubles {

  private static final float CELL = 4;

  private final Map<Long, List<Glyph>> grid = new HashMap<>();

  private Doubles() {}

  /** Returns runs without doubles, empty ones left out. */
  static List<Segment> drop(List<Segment> runs) {
    Doubles doubles = new Doubles();
    List<Segment> kept = new ArrayList<>();
    for (Segment run : runs) {
      Segment single = doubles.singles(run);
      if (!single.glyphs().isEmpty()) {
        kept.add(single);
      }
    }
    return kept;
  }

  private Segment singles(Segment run) {
    Segment singles = new Segment();
    boolean collides = false;
    for (Glyph glyph : run.glyphs()) {
      boolean isDouble = false;
      for (Glyph other : near(glyph)) {
        boolean same = other.text().equals(glyph.text());
        isDouble |= same && isAt(glyph, other);
        collides |= !same && isOver(glyph, other);
      }
      if (!isDouble) {
        singles.add(glyph);
      }
    }
    Segment result = collides && !singles.glyphs().isEmpty() ? run : singles;
    for (Glyph glyph : result.glyphs()) {
      grid.computeIfAbsent(key(cell(glyph.left()), cell(glyph.base())), key -> new ArrayList<>(2)).add(glyph);
    }
    return result;
  }

  private static boolean isAt(Glyph one, Glyph other) {
    return one.frame().equals(other.frame())
        && Math.abs(one.left() - other.left()) < 0.3 * Math.min(one.width(), other.width()) + 0.05
        && Math.abs(one.base() - other.base()) < 0.15 * one.size()
        && Math.abs(one.size() - other.size()) < 0.15 * one.size();
  }

  private static boolean isOver(Glyph one, Glyph other) {
    float shared = Math.min(one.right(), other.right()) - Math.max(one.left(), other.left());
    return one.frame().equals(other.frame()) && Math.abs(one.base() - other.base()) < 0.15 * one.size()
        && shared > 0.6 * Math.min(one.width(), other.width()) && shared > 1;
  }

  private List<Glyph> near(Glyph glyph) {
    List<Glyph> near = new ArrayList<>();
    int reach = 1 + (int) (glyph.size() / 2 / CELL);
    for (int u = -reach; u <= reach; u++) {
      for (int v = -1; v <= 1; v++) {
        near.addAll(grid.getOrDefault(key(cell(glyph.left()) + u, cell(glyph.base()) + v), List.of()));
      }
    }
    return near;
  }

  private static int cell(float position) {
    return Math.round(position / CELL);
  }

  private static long key(int u, int v) {
    return (long) u << 32 ^ v & 0xffffffffL;
  }
}
