package org.readingroom.ingest;

/**
 * The direction in which lines run on a page as displayed, in degrees clockwise from the right.
 *
 * @param degrees the direction
 * @param vertical whether the characters stand upright one below the other, as in Japanese columns
 */
record Frame(int degrees, boolean vertical) {

  static final Frame LEVEL = new Frame(0, false);

  private double cosine() {
    return switch (degrees) {
      case 0 -> 1;
      case 90, 270 -> 0;
      case 180 -> -1;
      default -> Math.cos(Math.toRadians(degrees));
    };
  }

  private double sine() {
    return switch (degrees) {
      case 0, 180 -> 0;
      case 90 -> 1;
      case 270 -> -1;
      default -> Math.sin(Math.toRadians(degrees));
    };
  }

  /** Returns how far along the line a point of the page is. */
  float u(double x, double y) {
    return (float) (x * cosine() + y * sine());
  }

  /** Returns how far down across the line it is. */
  float v(double x, double y) {
    return (float) (-x * sine() + y * cosine());
  }

  /** Returns how far from the page's left edge a point of the frame is. */
  float x(double u, double v) {
    return (float) (u * cosine() - v * sine());
  }

  /** Returns how far from the page's upper edge it is. */
  float y(double u, double v) {
    return (float) (u * sine() + v * cosine());
  }

  /** Tells whether lines run rather up or down than across the page. */
  boolean upright() {
    return Math.abs(cosine()) < 0.7;
  }
}
