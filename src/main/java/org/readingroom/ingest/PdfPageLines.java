package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.pagenavigation.PDThreadBead;

/** Reads a PDF page as lines in the order in which a person reads them. */
final class PdfPageLines {

  /** By how many degrees lines of a page that was scanned askew differ at most. */
  private static final int SKEW = 5;
  /** How much of a page's height at each end is for heads and page numbers, which stay as they are. */
  private static final double EDGE = 0.1;

  private final PDPage page;
  private final PageGeometry geometry;
  private final int number;
  private final List<PdfLine> lines = new ArrayList<>();
  private int columns;
  private int tableRows;

  private PdfPageLines(PDPage page, PageGeometry geometry, int number) {
    this.page = page;
    this.geometry = geometry;
    this.number = number;
  }

  static List<PdfLine> of(PDPage page, PageGeometry geometry, int number, List<Glyph> drawn) {
    PdfPageLines reader = new PdfPageLines(page, geometry, number);
    List<Glyph> glyphs = Diacritics.merge(drawn);
    Map<Frame, List<Glyph>> directions = new HashMap<>();
    for (Glyph glyph : glyphs) {
      directions.computeIfAbsent(glyph.frame(), frame -> new ArrayList<>()).add(glyph);
    }
    directions.entrySet().stream()
        .sorted(Comparator.comparingInt((Map.Entry<Frame, List<Glyph>> entry) -> -entry.getValue().size())
            .thenComparingInt(entry -> entry.getKey().degrees()))
        .forEach(entry -> reader.direction(entry.getValue()));
    return reader.lines;
  }

  /**
   * Returns a layer's characters with nearly level lines in the direction of most: recognisers write a long line of a
   * page that lies askew with its slope, and a short one without.
   */
  static List<Glyph> straightened(List<Glyph> glyphs, PageGeometry geometry) {
    Map<Frame, Integer> counts = new HashMap<>();
    for (Glyph glyph : glyphs) {
      counts.merge(glyph.frame(), 1, Integer::sum);
    }
    Frame most = counts.entrySet().stream()
        .max(Map.Entry.<Frame, Integer>comparingByValue().thenComparing(entry -> -entry.getKey().degrees()))
        .map(Map.Entry::getKey).orElse(Frame.LEVEL);
    return glyphs.stream().map(glyph -> straightened(glyph, most, geometry)).toList();
  }

  private static Glyph straightened(Glyph glyph, Frame most, PageGeometry geometry) {
    Frame frame = glyph.frame();
    int apart = Math.floorMod(frame.degrees() - most.degrees(), 360);
    float y = frame.y(glyph.left(), glyph.base());
    if (apart == 0 || apart > SKEW && apart < 360 - SKEW || frame.vertical() || most.vertical()
        || y < EDGE * geometry.height() || y > (1 - EDGE) * geometry.height()) {
      return glyph;
    }
    float x = frame.x(glyph.left(), glyph.base());
    float left = most.u(x, y);
    return new Glyph(glyph.text(), most, left, left + glyph.width(), most.v(x, y), glyph.size(),
        glyph.style(), glyph.afterSpace(), glyph.order());
  }

  private void direction(List<Glyph> glyphs) {
    List<Segment> segments = SegmentBuilder.build(glyphs);
    List<List<Segment>> parts = beads(segments);
    for (List<Segment> part : parts) {
      int most = columns;
      int lastRow = tableRows;
      for (Row row : ReadingOrder.of(part)) {
        Row numbered = new Row(row.segments(), row.columnLeft(), row.columnRight(), columns + row.column(),
            row.tabular() ? tableRows + row.tableRow() : 0);
        PdfLine line = PdfLine.of(numbered, number);
        if (!line.text().isEmpty()) {
          lines.add(line);
        }
        most = Math.max(most, numbered.column() + 1);
        lastRow = Math.max(lastRow, numbered.tableRow());
      }
      columns = most;
      tableRows = lastRow;
    }
  }

  /** Splits segments by the beads of articles that they stand in; what is in none comes first. */
  private List<List<Segment>> beads(List<Segment> segments) {
    List<PDThreadBead> beads = page.getThreadBeads();
    if (beads.isEmpty() || !segments.isEmpty() && segments.getFirst().frame().degrees() != 0) {
      return List.of(segments);
    }
    List<List<Segment>> parts = new ArrayList<>();
    List<Segment> rest = new ArrayList<>(segments);
    for (PDThreadBead bead : beads) {
      PDRectangle box = bead == null ? null : bead.getRectangle();
      List<Segment> inside = box == null
          ? List.of()
          : rest.stream().filter(segment -> isIn(box, segment)).toList();
      rest.removeAll(inside);
      if (!inside.isEmpty()) {
        parts.add(inside);
      }
    }
    if (!rest.isEmpty()) {
      parts.addFirst(rest);
    }
    return parts;
  }

  private boolean isIn(PDRectangle box, Segment segment) {
    double x1 = geometry.x(box.getLowerLeftX(), box.getLowerLeftY());
    double x2 = geometry.x(box.getUpperRightX(), box.getUpperRightY());
    double y1 = geometry.y(box.getLowerLeftX(), box.getLowerLeftY());
    double y2 = geometry.y(box.getUpperRightX(), box.getUpperRightY());
    float x = (segment.left() + segment.right()) / 2;
    float y = segment.middle();
    return x >= Math.min(x1, x2) && x <= Math.max(x1, x2) && y >= Math.min(y1, y2) && y <= Math.max(y1, y2);
  }
}
