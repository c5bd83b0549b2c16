package org.readingroom.ingest;

/**
 * The direction in which lines run on a page as displayed, in degrees clockwise from the right.
 *
 * @param degrees the direction
 * @param vertical whether the characters stand upright one below the other, as in Japanese columns
 */
record Frame(int degrees, boolean vertical) {

  static final Frame LEVEL = new Frame(0, false);

  float u(double x, double y) {
    double angle = Math.toRadians(degrees);
    return (float) (x * Math.cos(angle) + y * Math.sin(angle));
  }

  float v(double x, double y) {
    double angle = Math.toRadians(degrees);
    return (float) (-x * Math.sin(angle) + y * Math.cos(angle));
  }

  float x(double u, double v) {
    double angle = Math.toRadians(degrees);
    return (float) (u * Math.cos(angle) - v * Math.sin(angle));
  }

  float y(double u, double v) {
    double angle = Math.toRadians(degrees);
    return (float) (u * Math.sin(angle) + v * Math.cos(angle));
  }

  /** Tells whether lines run rather up or down than across the page. */
  boolean upright() {
    return Math.abs(Math.cos(Math.toRadians(degrees))) < 0.7;
  }
}
