package org.readingroom.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Segments that are read one after the other as one line.
 *
 * @param segments the segments; the cells of a table's row, or one
 * @param columnLeft the left edge of the column that it stands in
 * @param columnRight the right edge
 * @param column which column of the page it is in; those of one column are set as one text
 * @param tableRow the row of a table that it belongs to, from 1; 0 where it belongs to none
 */
record Row(List<Segment> segments, float columnLeft, float columnRight, int column, int tableRow) {

  boolean tabular() {
    return tableRow > 0;
  }

  float left() {
    return (float) segments.stream().mapToDouble(Segment::left).min().orElse(0);
  }

  float right() {
    return (float) segments.stream().mapToDouble(Segment::right).max().orElse(0);
  }

  float top() {
    return (float) segments.stream().mapToDouble(Segment::top).min().orElse(0);
  }

  float bottom() {
    return (float) segments.stream().mapToDouble(Segment::bottom).max().orElse(0);
  }

  Frame frame() {
    return segments.getFirst().frame();
  }

  boolean isHidden() {
    return segments.getFirst().isHidden();
  }

  boolean isFurniture() {
    return segments.stream().allMatch(Segment::isFurniture);
  }

  /** Tells whether most characters are bold. */
  boolean isBold() {
    int bold = 0;
    int all = 0;
    for (Segment segment : segments) {
      for (Glyph glyph : segment.glyphs()) {
        all++;
        bold += glyph.style().bold() ? 1 : 0;
      }
    }
    return bold > 0.8 * all;
  }

  /** Returns the size that most of its characters have. */
  float mainSize() {
    Map<Float, Integer> sizes = new HashMap<>();
    for (Segment segment : segments) {
      for (Glyph glyph : segment.glyphs()) {
        sizes.merge(Math.round(glyph.size() * 2) / 2f, 1, Integer::sum);
      }
    }
    return sizes.entrySet().stream().max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey).orElse(0f);
  }
}
