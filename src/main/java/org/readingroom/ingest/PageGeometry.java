package org.readingroom.ingest;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * How a PDF page is displayed: cut to its crop box and turned.
 *
 * @param left the crop box's left edge in the page's own space
 * @param bottom its lower edge
 * @param boxWidth its width before the page is turned
 * @param boxHeight its height before the page is turned
 * @param turn by how much the page is turned clockwise: 0, 90, 180 or 270
 */
record PageGeometry(double left, double bottom, double boxWidth, double boxHeight, int turn) {

  static final PageGeometry NONE = new PageGeometry(0, 0, 612, 792, 0);

  static PageGeometry of(PDPage page) {
    PDRectangle box = page.getCropBox();
    int turn = Math.floorMod(page.getRotation(), 360);
    if (box.getWidth() < 1 || box.getHeight() < 1) {
      box = PDRectangle.LETTER;
    }
    return new PageGeometry(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight(),
        turn % 90 == 0 ? turn : 0);
  }

  double width() {
    return turn % 180 == 0 ? boxWidth : boxHeight;
  }

  double height() {
    return turn % 180 == 0 ? boxHeight : boxWidth;
  }

  double area() {
    return boxWidth * boxHeight;
  }

  /** Returns the distance from the displayed page's left edge of a point of the page's own space. */
  double x(double pageX, double pageY) {
    double x = pageX - left;
    double y = pageY - bottom;
    return switch (turn) {
      case 90 -> y;
      case 180 -> boxWidth - x;
      case 270 -> boxHeight - y;
      default -> x;
    };
  }

  /** Returns its distance from the displayed page's upper edge. */
  double y(double pageX, double pageY) {
    double x = pageX - left;
    double y = pageY - bottom;
    return switch (turn) {
      case 90 -> x;
      case 180 -> y;
      case 270 -> boxWidth - x;
      default -> boxHeight - y;
    };
  }

  /** Returns how far to the right a step leads on the displayed page. */
  double dx(double pageDx, double pageDy) {
    return x(pageDx, pageDy) - x(0, 0);
  }

  /** Returns how far down it leads. */
  double dy(double pageDx, double pageDy) {
    return y(pageDx, pageDy) - y(0, 0);
  }

  /** Tells whether a point of the displayed page is on it. */
  boolean holds(double x, double y) {
    return x >= 0 && y >= 0 && x <= width() && y <= height();
  }
}
