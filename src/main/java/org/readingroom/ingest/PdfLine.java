package org.readingroom.ingest;

/**
 * A line of a PDF page, in the frame of its direction.
 *
 * @param page the physical page, from 1
 * @param words its words and their edges
 * @param frame its direction
 * @param left where it starts along its direction
 * @param right where it ends
 * @param top its upper edge
 * @param bottom its lower edge
 * @param size the size of most of its characters
 * @param bold whether most of them are bold
 * @param hidden whether it is not seen
 * @param furniture whether the file marks it as no part of the text
 * @param tableRow the row of a table that it belongs to, from 1; 0 where it belongs to none
 * @param column which column of its page it stands in
 * @param columnLeft the left edge of that column
 * @param columnRight the right edge
 */
record PdfLine(int page, LineText words, Frame frame, float left, float right, float top, float bottom,
    float size,
    boolean bold, boolean hidden, boolean furniture, int tableRow, int column, float columnLeft,
    float columnRight) {

  static PdfLine of(Row row, int page) {
    return new PdfLine(page, LineText.of(row), row.frame(), row.left(), row.right(), row.top(), row.bottom(),
        row.mainSize(), row.isBold(), row.isHidden(), row.isFurniture(), row.tableRow(), row.column(),
        row.columnLeft(), row.columnRight());
  }

  boolean tabular() {
    return tableRow > 0;
  }

  String text() {
    return words.text();
  }

  /** Returns a line of the document's text that starts at an offset. */
  TextLine at(int start) {
    float[] edges = words.edges();
    boolean upright = frame.upright();
    float[] along = new float[edges.length];
    float low = Float.MAX_VALUE;
    float high = -Float.MAX_VALUE;
    for (int i = 0; i < edges.length; i++) {
      float middle = (top + bottom) / 2;
      along[i] = upright ? frame.y(edges[i], middle) : frame.x(edges[i], middle);
      for (float edge : new float[]{top, bottom}) {
        float across = upright ? frame.x(edges[i], edge) : frame.y(edges[i], edge);
        low = Math.min(low, across);
        high = Math.max(high, across);
      }
    }
    return new TextLine(start, start + edges.length - 1, page, upright, low, high - low, along);
  }

  /** Returns where its middle is from the page's upper edge. */
  float displayY() {
    return frame.y((left + right) / 2, (top + bottom) / 2);
  }

  float displayX() {
    return frame.x((left + right) / 2, (top + bottom) / 2);
  }
}
