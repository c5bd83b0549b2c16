package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the lines of a page of Tesseract's table. */
final class OcrLines {

  /** Below this confidence, in percent, a word is more likely a stain. */
  private static final float LEAST_CONFIDENCE = 25;
  private static final int COLUMNS = 12;

  /** A word and its box in points. */
  private record Word(String text, String line, int block, float left, float top, float right,
      float bottom) {}

  private final int page;
  private final List<PdfLine> lines = new ArrayList<>();

  private OcrLines(int page) {
    this.page = page;
  }

  /** Returns the lines of a page, for which a dot of the picture measures so many points. */
  static List<PdfLine> of(List<String> rows, int page, float points) {
    OcrLines reader = new OcrLines(page);
    List<Word> line = new ArrayList<>();
    for (String row : rows) {
      Word word = word(row, points);
      if (word == null) {
        continue;
      }
      if (!line.isEmpty() && !line.getFirst().line().equals(word.line())) {
        reader.line(line);
        line.clear();
      }
      line.add(word);
    }
    reader.line(line);
    return evened(reader.lines, Float.POSITIVE_INFINITY);
  }

  /**
   * Returns lines with one size for each column: heights of lines differ with their letters. A line keeps a size that
   * differs from its column's by more than a share.
   */
  static List<PdfLine> evened(List<PdfLine> lines, float share) {
    Map<Integer, List<Float>> sizes = new HashMap<>();
    for (PdfLine line : lines) {
      sizes.computeIfAbsent(line.column(), column -> new ArrayList<>()).add(line.size());
    }
    sizes.values().forEach(column -> column.sort(null));
    return lines.stream().map(line -> {
      List<Float> column = sizes.getOrDefault(line.column(), List.of(line.size()));
      float usual = column.get(column.size() / 2);
      return Math.abs(line.size() - usual) > share * usual
          ? line
          : new PdfLine(line.page(), line.words(), line.frame(), line.left(), line.right(), line.top(),
              line.bottom(), usual, line.bold(), line.hidden(), line.furniture(), line.tableRow(),
              line.column(), line.columnLeft(), line.columnRight());
    }).toList();
  }

  private static @org.jspecify.annotations.Nullable Word word(String row, float points) {
    String[] cells = row.split("\t", -1);
    if (cells.length < COLUMNS || !cells[0].equals("5") || cells[11].isBlank()
        || Float.parseFloat(cells[10]) < LEAST_CONFIDENCE) {
      return null;
    }
    float left = Float.parseFloat(cells[6]) * points;
    float top = Float.parseFloat(cells[7]) * points;
    return new Word(WhiteSpace.line(cells[11]), cells[2] + "." + cells[3] + "." + cells[4],
        Integer.parseInt(cells[2]), left, top,
        left + Float.parseFloat(cells[8]) * points, top + Float.parseFloat(cells[9]) * points);
  }

  private void line(List<Word> words) {
    if (words.isEmpty()) {
      return;
    }
    LineBuilder builder = new LineBuilder();
    float top = Float.MAX_VALUE;
    float bottom = 0;
    for (Word word : words) {
      top = Math.min(top, word.top());
      bottom = Math.max(bottom, word.bottom());
    }
    float size = Math.max(4, bottom - top);
    GlyphStyle style = new GlyphStyle(false, false, false);
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (i > 0) {
        builder.space();
      }
      builder.add(
          new Glyph(word.text(), Frame.LEVEL, word.left(), word.right(), bottom, size, style, i > 0, i),
          false);
    }
    float left = words.getFirst().left();
    float right = words.getLast().right();
    int block = words.getFirst().block();
    lines.add(new PdfLine(page, builder.build(), Frame.LEVEL, left, right, top, bottom, size, false, false,
        false, 0, block, left, right));
  }
}
