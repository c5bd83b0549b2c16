package org.readingroom.ingest;

/**
 * A character as drawn, in the frame of its line: u runs along the line and v down across it.
 *
 * @param text its characters, mostly one; more for a ligature
 * @param frame the direction of its line
 * @param left where it starts along the line
 * @param right where it ends
 * @param base its baseline
 * @param size its font size in points
 * @param style how it looks
 * @param afterSpace whether a space was drawn before it
 * @param order which of its page's characters it is, in the order in which they were drawn
 */
record Glyph(String text, Frame frame, float left, float right, float base, float size, GlyphStyle style,
    boolean afterSpace, int order) {

  private static final float ASCENT = 0.78f;
  private static final float DESCENT = 0.22f;

  float top() {
    return frame.vertical() ? base - size / 2 : base - ASCENT * size;
  }

  float bottom() {
    return frame.vertical() ? base + size / 2 : base + DESCENT * size;
  }

  float width() {
    return right - left;
  }

  Glyph withText(String newText) {
    return new Glyph(newText, frame, left, right, base, size, style, afterSpace, order);
  }

  Glyph spaced(boolean spaced) {
    return spaced == afterSpace
        ? this
        : new Glyph(text, frame, left, right, base, size, style, spaced, order);
  }
}
