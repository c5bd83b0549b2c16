package org.readingroom.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.readingroom.passage.Span;

/**
 * Sets stretches of a text off, over the lines it is broken into: marks of one column each stand around them
 * until the lines are there.
 */
final class Highlight {

  private static final char START = '\ue000';
  private static final char END = '\ue001';
  /** What stands for a mark that the text itself has. */
  private static final char OTHER = '\ufffd';
  private static final String PLAIN_START = "»";
  private static final String PLAIN_END = "«";

  private Highlight() {}

  /**
   * Puts marks around stretches of a text; what lies outside it is left out.
   *
   * @param offset where the text starts in what the spans count from
   */
  static String mark(String text, int offset, List<Span> spans) {
    String unmarked = text.replace(START, OTHER).replace(END, OTHER);
    StringBuilder marked = new StringBuilder();
    int from = 0;
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
      int start = Math.max(from, span.start() - offset);
      int end = Math.min(text.length(), span.end() - offset);
      if (start < end) {
        marked.append(unmarked, from, start).append(START).append(unmarked, start, end).append(END);
        from = end;
      }
    }
    return marked.append(unmarked, from, unmarked.length()).toString();
  }

  /** Tells whether a marked stretch starts in a line. */
  static boolean starts(String line) {
    return line.indexOf(START) >= 0;
  }

  /** Returns lines with their marked stretches in colour, or between angle quotes where there is none. */
  static List<String> paint(List<String> lines, Ink ink) {
    List<String> painted = new ArrayList<>();
    boolean inside = false;
    for (String line : lines) {
      StringBuilder out = new StringBuilder();
      StringBuilder run = new StringBuilder();
      for (char c : line.toCharArray()) {
        if (c == START || c == END) {
          flush(run, inside, ink, out);
          out.append(ink.coloured() ? "" : c == START ? PLAIN_START : PLAIN_END);
          inside = c == START;
        } else {
          run.append(c);
        }
      }
      flush(run, inside, ink, out);
      painted.add(out.toString());
    }
    return painted;
  }

  private static void flush(StringBuilder run, boolean inside, Ink ink, StringBuilder out) {
    out.append(inside && !run.isEmpty() ? ink.marked(run.toString()) : run);
    run.setLength(0);
  }
}
