package org.readingroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws what a terminal showed, one screen after the other, as an SVG that moves. */
final class TerminalPicture {

  private static final double COLUMN = 8.43;
  private static final int LINE = 18;
  private static final int MARGIN = 14;
  private static final Pattern COLOURS = Pattern.compile("\u001b\\[([0-9;]*)m");
  private static final Pattern OTHER = Pattern
      .compile("\u001b(\\[[0-9;?]*[A-Za-ln-z]|[()][0-9A-B])|[\u000e\u000f]");

  /** Is a screen with the sequences that colour it, and for how many seconds it is to be seen. */
  private record Frame(String screen, double seconds) {}

  private final int columns;
  private final int rows;
  private final List<Frame> frames = new ArrayList<>();

  TerminalPicture(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  void add(String screen, double seconds) {
    frames.add(new Frame(screen, seconds));
  }

  /** Returns the picture; who wants no motion sees the frame given here. */
  String svg(String title, int still) {
    double total = frames.stream().mapToDouble(Frame::seconds).sum();
    StringBuilder style = new StringBuilder(
        "text{font:14px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;")
        .append("fill:#d8d8d8;white-space:pre}.b{font-weight:bold;fill:#fff}.d{fill:#8f8f8f}.c{fill:#5fd7d7}")
        .append(".b.c{fill:#5fd7d7}.r{fill:#ffd75f}g{visibility:hidden}");
    StringBuilder screens = new StringBuilder();
    double begun = 0;
    for (int i = 0; i < frames.size(); i++) {
      double end = begun + frames.get(i).seconds();
      style
          .append(
              String.format(Locale.ROOT, "#f%d{animation:k%d %.1fs step-end infinite}@keyframes k%d{", i, i,
                  total, i))
          .append(begun == 0 ? "" : "0%{visibility:hidden}")
          .append(String.format(Locale.ROOT, "%.2f%%{visibility:visible}%.2f%%{visibility:hidden}}",
              begun / total * 100, end / total * 100));
      screens.append("<g id=\"f").append(i).append("\">").append(lines(frames.get(i).screen()))
          .append("</g>\n");
      begun = end;
    }
    style.append("@media(prefers-reduced-motion){g{animation:none!important}#f").append(still)
        .append("{visibility:visible}}");
    int width = (int) (columns * COLUMN) + 2 * MARGIN;
    int height = rows * LINE + 2 * MARGIN;
    return String.format(Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
            + " role=\"img\"><title>%s</title><style>%s</style><rect width=\"100%%\" height=\"100%%\" rx=\"8\""
            + " fill=\"#1c1c1c\"/>\n%s</svg>\n",
        width, height, width, escaped(title), style, screens);
  }

  private static String lines(String screen) {
    StringBuilder drawn = new StringBuilder();
    String colours = "";
    int y = MARGIN;
    for (String line : OTHER.matcher(screen).replaceAll("").split("\n")) {
      y += LINE;
      StringBuilder spans = new StringBuilder();
      Matcher matcher = COLOURS.matcher(line);
      int from = 0;
      while (matcher.find()) {
        spans.append(span(line.substring(from, matcher.start()), colours));
        colours = after(colours, matcher.group(1));
        from = matcher.end();
      }
      spans.append(span(line.substring(from), colours));
      if (!spans.isEmpty()) {
        drawn.append("<text x=\"").append(MARGIN).append("\" y=\"").append(y - 4).append("\">").append(spans)
            .append("</text>");
      }
    }
    return drawn.toString();
  }

  private static String span(String text, String colours) {
    if (text.isEmpty() || colours.isEmpty()) {
      return escaped(text);
    }
    return "<tspan class=\"" + colours.strip() + "\">" + escaped(text) + "</tspan>";
  }

  /** Returns the classes that hold after a sequence; what is none of the program's colours changes nothing. */
  private static String after(String colours, String codes) {
    String now = colours;
    for (String code : codes.isEmpty() ? new String[]{"0"} : codes.split(";")) {
      now = switch (code) {
        case "0" -> "";
        case "1" -> now + " b";
        case "2" -> now + " d";
        case "7" -> now + " r";
        case "36" -> now + " c";
        case "39" -> now.replace(" c", "");
        default -> now;
      };
    }
    return now;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
