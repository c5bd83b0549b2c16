package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts a page's characters together into segments, by where they stand and not by how they were drawn. */
final class SegmentBuilder {

  /** The widest gap within a line that is no gap between columns, in font sizes. */
  private static final float WIDEST_GAP = 0.95f;
  private static final float OVERPRINT = 0.6f;
  /** The widest gap beside characters that are far larger, in sizes of the smaller. */
  private static final float UNLIKE_GAP = 0.3f;
  /** So many characters below those of another line are no index of it. */
  private static final int WORD = 4;

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
        && (Math.max(segment.size(), run.size()) < Segment.LARGE * size || gap < unlikeGap(segment, run));
  }

  /** Returns how far a line and what is far larger, such as a letter over several lines, may stand apart. */
  private static float unlikeGap(Segment segment, Segment run) {
    Segment larger = segment.size() > run.size() ? segment : run;
    float size = Math.min(segment.size(), run.size());
    return larger.isLetter() ? LineText.initialGap(larger.size(), size) : UNLIKE_GAP * size;
  }

  /** Tells whether two lie on each other rather than beside, or are two lines beside something larger. */
  private static boolean isOverprinted(Segment segment, Segment run) {
    float shared = 0;
    for (Glyph glyph : run.glyphs()) {
      shared += overlap(segment, glyph, run.letters() >= WORD);
    }
    return shared > OVERPRINT * Math.min(width(run), width(segment));
  }

  /** Returns how much of a glyph's width lies on one of like size, or on all of those far smaller or larger. */
  private static float overlap(Segment segment, Glyph glyph, boolean onAnyLine) {
    if (glyph.right() < segment.left() || glyph.left() > segment.right()) {
      return 0;
    }
    float like = 0;
    float unlike = 0;
    for (Glyph other : segment.glyphs()) {
      float both = Math.min(glyph.right(), other.right()) - Math.max(glyph.left(), other.left());
      float ratio = Math.max(glyph.size(), other.size()) / Math.min(glyph.size(), other.size());
      if (both > 0 && ratio > Segment.LARGE) {
        unlike += both;
      } else if (onAnyLine || Math.abs(other.base() - glyph.base()) < 0.5 * glyph.size()) {
        like = Math.max(like, both);
      }
    }
    return Math.max(like, unlike);
  }

  private static float width(Segment segment) {
    float width = 0;
    for (Glyph glyph : segment.glyphs()) {
      width += glyph.width();
    }
    return width;
  }
}
