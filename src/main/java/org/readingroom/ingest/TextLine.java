package org.readingroom.ingest;

import java.util.Arrays;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A line as printed and where each of its characters stands, in points from the top left corner of the page as
 * displayed, in steps of a tenth.
 *
 * <p>
 * In JSON it is an array of whole numbers: start, end, page, whether it is upright (1) or not (0), then y, height and
 * the edges in tenths of a point, each edge but the first as its distance from the one before.
 *
 * @param start where it starts in the document's text
 * @param end where it ends, exclusive
 * @param page the physical page, from 1
 * @param upright whether it runs up or down the page: then y and height are its left edge and its width, and x holds
 *        the edges of its characters from the top
 * @param y its upper edge
 * @param height its height
 * @param x the edges of its characters, one more than there are; falling where the text runs to the left
 */
@JsonSerialize(using = TextLineJson.Writer.class)
@JsonDeserialize(using = TextLineJson.Reader.class)
@SuppressWarnings("ArrayRecordComponent")
public record TextLine(int start, int end, int page, boolean upright, float y, float height, float[] x) {

  public TextLine {
    if (end <= start || x.length != end - start + 1) {
      throw new IllegalArgumentException("a line has one edge more than characters");
    }
    y = tenths(y);
    height = tenths(height);
    x = x.clone();
    for (int i = 0; i < x.length; i++) {
      x[i] = tenths(x[i]);
    }
  }

  private static float tenths(float value) {
    return Math.round(value * 10) / 10f;
  }

  /** Returns the rectangle around a stretch of the line, which is cut to the line. */
  Box box(int from, int to) {
    float low = Float.MAX_VALUE;
    float high = -Float.MAX_VALUE;
    for (int i = Math.max(from, start); i <= Math.min(to, end); i++) {
      low = Math.min(low, x[i - start]);
      high = Math.max(high, x[i - start]);
    }
    float length = tenths(high - low);
    return upright ? new Box(page, y, low, height, length) : new Box(page, low, y, length, height);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextLine line && start == line.start && end == line.end && page == line.page
        && upright == line.upright && y == line.y && height == line.height && Arrays.equals(x, line.x);
  }

  @Override
  public int hashCode() {
    return 31 * start + Arrays.hashCode(x);
  }
}
