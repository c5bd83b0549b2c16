package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the lines of a PDF page together into paragraphs, by their distances, indents, sizes and ends. */
final class PdfParagraphs {

  private static final float INDENT = 0.7f;
  private static final float SAME_SIZE = 0.1f;

  private final List<PdfParagraph> paragraphs = new ArrayList<>();
  private final Map<Integer, Column> columns = new HashMap<>();

  private final float width;
  private final float height;

  private PdfParagraphs(float width, float height) {
    this.width = width;
    this.height = height;
  }

  /** How the lines of a column are usually set; its left is where they start, also where that is at the right. */
  private record Column(boolean fromRight, float leading, float left, float right, int lines,
      float size) {

    float start(PdfLine line) {
      return PdfParagraphs.start(line, fromRight);
    }

    float end(PdfLine line) {
      return PdfParagraphs.end(line, fromRight);
    }
  }

  private static float start(PdfLine line, boolean fromRight) {
    return fromRight ? -line.right() : line.left();
  }

  private static float end(PdfLine line, boolean fromRight) {
    return fromRight ? -line.left() : line.right();
  }

  /** Tells whether a line is read from the right. */
  static boolean isRightToLeft(PdfLine line) {
    float[] edges = line.words().edges();
    return edges[0] > edges[edges.length - 1];
  }

  /** Returns the paragraphs of lines, for which a page has a width and height. */
  static List<PdfParagraph> of(List<PdfLine> lines, float width, float height) {
    PdfParagraphs builder = new PdfParagraphs(width, height);
    builder.measure(lines);
    PdfLine before = null;
    for (PdfLine line : lines) {
      PdfParagraph open = builder.paragraphs.isEmpty() ? null : builder.paragraphs.getLast();
      if (before == null || open == null || !builder.continues(open, before, line)) {
        builder.paragraphs.add(new PdfParagraph(line));
      } else {
        open.add(line, builder.isBroken(before, line));
      }
      before = line;
    }
    return builder.paragraphs;
  }

  private void measure(List<PdfLine> lines) {
    Map<Integer, List<PdfLine>> byColumn = new HashMap<>();
    for (PdfLine line : lines) {
      byColumn.computeIfAbsent(line.column(), column -> new ArrayList<>()).add(line);
    }
    byColumn.forEach((column, members) -> columns.put(column, measured(members)));
  }

  private static Column measured(List<PdfLine> lines) {
    List<Float> steps = new ArrayList<>();
    Map<Integer, Integer> lefts = new HashMap<>();
    List<Float> rights = new ArrayList<>();
    boolean fromRight = 2 * lines.stream().filter(PdfParagraphs::isRightToLeft).count() > lines.size();
    for (int i = 0; i < lines.size(); i++) {
      PdfLine line = lines.get(i);
      lefts.merge(Math.round(start(line, fromRight) / 3), 1, Integer::sum);
      rights.add(end(line, fromRight));
      if (i > 0) {
        float step = (line.bottom() - lines.get(i - 1).bottom()) / line.size();
        if (step > 0.5 && step < 3) {
          steps.add(step);
        }
      }
    }
    List<Float> sizes = lines.stream().map(PdfLine::size).sorted().toList();
    steps.sort(null);
    rights.sort(null);
    float leading = steps.isEmpty() ? 1.3f : steps.get(steps.size() / 3);
    int left = lefts.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(entry -> -entry.getKey()))
        .orElseThrow().getKey();
    return new Column(fromRight, Math.max(0.9f, leading), left * 3,
        rights.get((int) (0.9 * (rights.size() - 1))), lines.size(), sizes.get(sizes.size() / 2));
  }

  private boolean continues(PdfParagraph open, PdfLine before, PdfLine line) {
    Column column = columns.get(line.column());
    float size = Math.max(before.size(), line.size());
    if (line.tabular() && line.tableRow() == before.tableRow() && before.hidden() == line.hidden()) {
      return true;
    }
    if (column == null || before.column() != line.column() || !before.frame().equals(line.frame())
        || before.tabular() || line.tabular()
        || before.hidden() != line.hidden() || Math.abs(before.size() - line.size()) > SAME_SIZE * size
        || before.bold() != line.bold() && line.size() < 1.15 * column.size()
            && isHeadLike(before.bold() ? before : line, column)) {
      return false;
    }
    float step = (line.bottom() - before.bottom()) / size;
    if (step > 1.3 * column.leading() + 0.12 || step < 0.6
        || ListMarks.isItem(line.text()) && !isMidSentence(before, column)) {
      return false;
    }
    boolean item = ListMarks.isItem(open.first().text());
    float indent = (column.start(line) - column.start(before)) / size;
    boolean first = open.lines().size() == 1;
    if (indent > INDENT && !(item && first)) {
      boolean hanging = first && Math.abs(column.start(line) - column.left()) < 4
          && column.start(before) < column.left() - 2;
      return hanging || isCentered(before, line, column);
    }
    if (indent < -INDENT && !first && !isCentered(before, line, column)) {
      return false;
    }
    boolean shortLine = column.end(before) < column.right() - 0.2 * (column.right() - column.left());
    return !(shortLine && endsSentence(before.text()) && startsSentence(line.text())
        && !isCentered(before, line, column));
  }

  private static boolean isHeadLike(PdfLine line, Column column) {
    return line.right() - line.left() < 0.95 * (column.right() - column.left()) || line.text().length() < 90;
  }

  /** Tells whether a line reached the margin without ending a sentence. */
  private static boolean isMidSentence(PdfLine before, Column column) {
    return column.end(before) > column.right() - 2 * before.size()
        && !before.text().matches("(?s).*[.:;!?…]$");
  }

  private static boolean isCentered(PdfLine before, PdfLine line, Column column) {
    float middle = (column.left() + column.right()) / 2;
    float one = (column.start(before) + column.end(before)) / 2;
    float other = (column.start(line) + column.end(line)) / 2;
    return Math.abs(one - other) < 0.6 * line.size()
        && Math.abs(one - middle) < 0.15 * (column.right() - column.left())
        && Math.max(column.start(before), column.start(line)) > column.left() + 2;
  }

  /** Tells whether the first word of a line had room on the one before: then somebody broke it. */
  private boolean isBroken(PdfLine before, PdfLine line) {
    Column column = columns.get(line.column());
    if (column == null || column.fromRight() || line.words().edges().length < 2 || line.tabular()) {
      return false;
    }
    int space = line.text().indexOf(' ');
    int end = space < 0 ? line.text().length() : space;
    float word = Math.abs(line.words().edges()[end] - line.words().edges()[0]);
    // A line or two show no margin: then half of the page is the least that a line reaches.
    float least = before.frame().upright() ? 0.5f * height : 0.5f * width;
    float right = column.lines() < 4 && before.frame().degrees() % 360 <= 90
        ? Math.max(column.right(), least)
        : column.right();
    float room = right - before.right();
    boolean rightToLeft = line.words().edges()[0] > line.words().edges()[end];
    return !rightToLeft && room > word + 0.12 * (right - column.left()) + line.size()
        && !isCentered(before, line, column);
  }

  static boolean endsSentence(String text) {
    return text.matches("(?s).*[.!?:;…。！？][\"”’»)\\]\\d]*");
  }

  static boolean startsSentence(String text) {
    int first = text.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse('a');
    return !Character.isLowerCase(first);
  }
}
