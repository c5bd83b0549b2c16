package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Characters beside each other on one line, with no gap wider than a word's. */
final class Segment {

  /** How many times as large as the characters beside it a letter is that is set over several lines. */
  static final float LARGE = 2.2f;

  private final List<Glyph> glyphs = new ArrayList<>();
  private @Nullable Glyph largest;
  private @Nullable Glyph second;
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
    measure(glyph);
    order = Math.min(order, glyph.order());
    letters += glyph.text().length();
  }

  /** Takes size and height from the largest character, or from the next where one alone is far larger. */
  private void measure(Glyph added) {
    Glyph most = largest;
    Glyph next = second;
    if (most == null || added.size() >= most.size()) {
      next = most;
      most = added;
    } else if (next == null || added.size() >= next.size()) {
      next = added;
    }
    largest = most;
    second = next;
    Glyph usual = next != null && glyphs.size() > 3 && most.size() > LARGE * next.size() ? next : most;
    size = usual.size();
    top = usual.top();
    bottom = usual.bottom();
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

  /** Returns the size of its largest characters, but for one alone that is far larger. */
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

  /** Returns the same characters as no part of the text. */
  Segment asFurniture() {
    Segment furniture = new Segment();
    for (Glyph glyph : glyphs) {
      GlyphStyle style = new GlyphStyle(glyph.style().bold(), glyph.style().hidden(), true);
      furniture.add(new Glyph(glyph.text(), glyph.frame(), glyph.left(), glyph.right(), glyph.base(),
          glyph.size(), style, glyph.afterSpace(), glyph.order()));
    }
    return furniture;
  }

  /** Tells whether it is a single letter. */
  boolean isLetter() {
    return letters == 1 && Character.isLetter(glyphs.getFirst().text().codePointAt(0));
  }

  /** Returns by how much of the lower one's height two stand beside each other, from 0 to 1. */
  float overlap(Segment other) {
    float shared = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    return shared / Math.max(0.1f, Math.min(bottom - top, other.bottom - other.top));
  }
}
