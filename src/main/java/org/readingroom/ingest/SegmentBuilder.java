package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts a page's characters together into segments, by where they stand and not by how they were drawn. */
final class SegmentBuilder {

  /** The widest gap within a line that is no gap between columns, in font sizes. */
  private static final float WIDEST_GAP = 0.95f;
  private static final float OVERPRINT = 0.6f;

  private SegmentBuilder() {}

  /** Returns the segments of one direction of lines. */
  static List<Segment> build(List<Glyph> glyphs) {
    List<Segment> runs = Doubles.drop(runs(glyphs));
    runs.sort(Comparator.comparingDouble((Segment run) -> run.middle()).thenComparingDouble(Segment::left));
    List<Segment> segments = new ArrayList<>();
    boolean[] used = new boolean[runs.size()];
    for (int i = 0; i < runs.size(); i++) {
      if (!used[i]) {
        Segment segment = runs.get(i);
        used[i] = true;
        while (grow(segment, runs, used, i)) {
          continue;
        }
        segments.add(segment);
      }
    }
    return segments;
  }

  /** Splits glyphs, in the order in which they are drawn, where the pen jumps. */
  private static List<Segment> runs(List<Glyph> glyphs) {
    List<Segment> runs = new ArrayList<>();
    Segment run = null;
    for (Glyph glyph : glyphs) {
      if (run == null || !continues(run.last(), glyph)) {
        run = new Segment();
        runs.add(run);
      }
      run.add(glyph);
    }
    return runs;
  }

  private static boolean continues(Glyph before, Glyph glyph) {
    float size = Math.max(before.size(), glyph.size());
    float gap = glyph.left() - before.right();
    return before.style().hidden() == glyph.style().hidden()
        && before.style().furniture() == glyph.style().furniture()
        && Math.abs(before.base() - glyph.base()) < 0.2 * size && gap < WIDEST_GAP * size
        && gap > -0.35 * size
        && glyph.left() > before.left() - 0.05 * size;
  }

  /** Adds a run beside a segment to it, if there is one, and tells whether there was. */
  private static boolean grow(Segment segment, List<Segment> runs, boolean[] used, int from) {
    for (int i = from + 1; i < runs.size(); i++) {
      Segment run = runs.get(i);
      if (run.middle() - segment.middle() > 2 * segment.size()
          && run.top() > segment.bottom() + segment.size()) {
        return false;
      }
      if (!used[i] && isBeside(segment, run)) {
        used[i] = true;
        segment.addAll(run);
        return true;
      }
    }
    return false;
  }

  private static boolean isBeside(Segment segment, Segment run) {
    if (segment.isHidden() != run.isHidden() || segment.isFurniture() != run.isFurniture()
        || segment.overlap(run) < 0.5) {
      return false;
    }
    float size = Math.min(segment.size(), run.size());
    float gap = Math.max(run.left() - segment.right(), segment.left() - run.right());
    return gap < WIDEST_GAP * size && !isOverprinted(segment, run)
        && (Math.max(segment.size(), run.size()) < 2.2 * size || gap < 0.3 * size);
  }

  /** Tells whether two lie on each other rather than beside. */
  private static boolean isOverprinted(Segment segment, Segment run) {
    float shared = 0;
    for (Glyph glyph : run.glyphs()) {
      shared += overlap(segment, glyph);
    }
    return shared > OVERPRINT * Math.min(width(run), width(segment));
  }

  private static float overlap(Segment segment, Glyph glyph) {
    if (glyph.right() < segment.left() || glyph.left() > segment.right()) {
      return 0;
    }
    Glyph most = null;
    float shared = 0;
    for (Glyph other : segment.glyphs()) {
      float both = Math.min(glyph.right(), other.right()) - Math.max(glyph.left(), other.left());
      if (both > shared && Math.abs(other.base() - glyph.base()) < 0.5 * glyph.size()) {
        shared = both;
        most = other;
      }
    }
    return most == null ? 0 : shared;
  }

  private static float width(Segment segment) {
    float width = 0;
    for (Glyph glyph : segment.glyphs()) {
      width += glyph.width();
    }
    return width;
  }
}
