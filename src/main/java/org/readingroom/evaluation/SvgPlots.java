package org.readingroom.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** Draws plots as SVG that takes its colours from the page's style sheet and carries its content in words. */
final class SvgPlots {

  private static final int WIDTH = 640;
  private static final int BINS = 24;

  private SvgPlots() {}

  /** Draws a horizontal bar with its interval for each name. */
  static String bars(String id, String title, Map<String, Figure> bars) {
    int left = 150;
    int row = 26;
    int height = bars.size() * row + 24;
    double scale = WIDTH - left - 110.0;
    StringBuilder svg = new StringBuilder();
    StringBuilder words = new StringBuilder();
    for (int tick = 0; tick <= 4; tick++) {
      double x = left + scale * tick / 4;
      line(svg, "grid", x, 0, x, height - 20);
      text(svg, "tick middle", x, height - 4, String.format(Locale.ROOT, "%.2f", tick / 4.0));
    }
    double y = 4;
    for (Map.Entry<String, Figure> bar : bars.entrySet()) {
      Figure figure = bar.getValue();
      text(svg, "label end", left - 8, y + 14, bar.getKey());
      svg.append(String.format(Locale.ROOT,
          "<rect class=\"bar\" x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"18\" rx=\"2\"/>\n", left, y,
          Math.max(0.5, scale * figure.value())));
      line(svg, "whisker", left + scale * figure.low(), y + 9, left + scale * figure.high(), y + 9);
      line(svg, "whisker", left + scale * figure.low(), y + 5, left + scale * figure.low(), y + 13);
      line(svg, "whisker", left + scale * figure.high(), y + 5, left + scale * figure.high(), y + 13);
      text(svg, "value", left + scale + 8, y + 14,
          String.format(Locale.ROOT, "%.2f (n = %d)", figure.value(), figure.n()));
      words.append(String.format(Locale.ROOT, "%s %.2f, interval %.2f to %.2f. ", bar.getKey(),
          figure.value(), figure.low(), figure.high()));
      y += row;
    }
    return svg(id, title, words.toString(), height, svg);
  }

  /** Draws the risk over the coverage. */
  static String curve(String id, String title, List<RiskCoverage.Point> points) {
    int height = 280;
    StringBuilder svg = axes(height, "share of questions answered", "risk");
    StringBuilder path = new StringBuilder();
    for (RiskCoverage.Point point : points) {
      path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : " L", x(point.coverage()),
          y(point.risk(), height)));
    }
    if (!path.isEmpty()) {
      svg.append("<path class=\"curve\" d=\"").append(path).append("\"/>\n");
    }
    String words = points.isEmpty()
        ? "Nothing was answered."
        : String.format(Locale.ROOT, "At its full coverage of %.2f the risk is %.2f.",
            points.getLast().coverage(), points.getLast().risk());
    return svg(id, title, words, height, svg);
  }

  /** Draws how many replies took how long. */
  static String histogram(String id, String title, double[] elapsedMs) {
    int height = 220;
    double max = 1;
    for (double each : elapsedMs) {
      max = Math.max(max, each);
    }
    int[] counts = new int[BINS];
    int most = 1;
    for (double each : elapsedMs) {
      int bin = Math.min(BINS - 1, (int) (each / max * BINS));
      most = Math.max(most, ++counts[bin]);
    }
    StringBuilder svg = new StringBuilder();
    double wide = (WIDTH - 60.0) / BINS;
    for (int i = 0; i < BINS; i++) {
      double tall = (height - 60.0) * counts[i] / most;
      svg.append(String.format(Locale.ROOT,
          "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>\n", 50 + i * wide,
          height - 40 - tall, wide - 1, tall));
    }
    line(svg, "axis", 50, height - 40, WIDTH - 10, height - 40);
    for (int tick = 0; tick <= 4; tick++) {
      text(svg, "tick middle", 50 + (WIDTH - 70) * tick / 4.0, height - 24,
          String.format(Locale.ROOT, "%.0f", max * tick / 4));
    }
    text(svg, "tick middle", WIDTH / 2.0, height - 6, "milliseconds");
    text(svg, "tick end", 44, 24, String.valueOf(most));
    String words = String.format(Locale.ROOT, "%d replies, the longest %.0f ms; at most %d in one bar.",
        elapsedMs.length, max, most);
    return svg(id, title, words, height, svg);
  }

  private static StringBuilder axes(int height, String across, String up) {
    StringBuilder svg = new StringBuilder();
    for (int tick = 0; tick <= 4; tick++) {
      double share = tick / 4.0;
      line(svg, "grid", x(share), y(0, height), x(share), y(1, height));
      line(svg, "grid", x(0), y(share, height), x(1), y(share, height));
      text(svg, "tick middle", x(share), height - 24, String.format(Locale.ROOT, "%.2f", share));
      text(svg, "tick end", 44, y(share, height) + 4, String.format(Locale.ROOT, "%.2f", share));
    }
    text(svg, "tick middle", WIDTH / 2.0, height - 6, across);
    text(svg, "tick", 4, 12, up);
    return svg;
  }

  private static double x(double share) {
    return 50 + share * (WIDTH - 70);
  }

  private static double y(double share, int height) {
    return height - 40 - share * (height - 60);
  }

  private static void line(StringBuilder svg, String type, double x1, double y1, double x2, double y2) {
    svg.append(String.format(Locale.ROOT,
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n", type, x1, y1, x2, y2));
  }

  private static void text(StringBuilder svg, String type, double x, double y, String words) {
    svg.append(String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>\n", type, x, y,
        escape(words)));
  }

  private static String svg(String id, String title, String words, int height, StringBuilder content) {
    return String.format(Locale.ROOT,
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-title %s-words\">\n"
            + "<title id=\"%s-title\">%s</title>\n<desc id=\"%s-words\">%s</desc>\n%s</svg>\n",
        WIDTH, height, id, id, id, escape(title), id, escape(words), content);
  }

  private static String escape(String words) {
    return HtmlUtils.htmlEscape(words, "UTF-8");
  }
}
