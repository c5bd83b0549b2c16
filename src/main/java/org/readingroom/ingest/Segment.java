package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.List;

/** Characters beside each other on one line, with no gap wider than a word's. */
final class Segment {

  private final List<Glyph> glyphs = new ArrayList<>();
  private float left = Float.MAX_VALUE;
  private float right = -Float.MAX_VALUE;
  private float top = Float.MAX_VALUE;
  private float bottom = -Float.MAX_VALUE;
  private float size;
  private int letters;
  private int order = Integer.MAX_VALUE;

  void add(Glyph glyph) {
    glyphs.add(glyph);
    left = Math.min(left, glyph.left());
    right = Math.max(right, glyph.right());
    if (glyph.size() >= size) {
      size = glyph.size();
      top = glyph.top();
      bottom = glyph.bottom();
    }
    order = Math.min(order, glyph.order());
    letters += glyph.text().length();
  }

  void addAll(Segment other) {
    other.glyphs.forEach(this::add);
  }

  List<Glyph> glyphs() {
    return glyphs;
  }

  Glyph last() {
    return glyphs.getLast();
  }

  Frame frame() {
    return glyphs.getFirst().frame();
  }

  float left() {
    return left;
  }

  float right() {
    return right;
  }

  float top() {
    return top;
  }

  float bottom() {
    return bottom;
  }

  float middle() {
    return (top + bottom) / 2;
  }

  /** Returns the size of its largest characters. */
  float size() {
    return size;
  }

  /** Returns its characters without white space, in the order in which they were drawn. */
  String text() {
    StringBuilder text = new StringBuilder();
    glyphs.forEach(glyph -> text.append(glyph.text()));
    return text.toString();
  }

  int letters() {
    return letters;
  }

  /** Returns which of the page's characters its first drawn one is. */
  int order() {
    return order;
  }

  boolean isHidden() {
    return glyphs.getFirst().style().hidden();
  }

  boolean isFurniture() {
    return glyphs.getFirst().style().furniture();
  }

  /** Returns by how much of the lower one's height two stand beside each other, from 0 to 1. */
  float overlap(Segment other) {
    float shared = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    return shared / Math.max(0.1f, Math.min(bottom - top, other.bottom - other.top));
  }
}
