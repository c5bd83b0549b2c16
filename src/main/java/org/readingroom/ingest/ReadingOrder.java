package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts segments in the order in which a person reads them: down one column, then down the next; a table row by row.
 *
 * <p>
 * A white band that at least three rows share parts two columns, from one segment across it to the next. Whether they
 * are columns of text or of a table is told by how long their lines are and by whether they were drawn row by row.
 */
final class ReadingOrder {

  private static final int DEEPEST = 12;
  private static final int PROSE = 18;
  /** How far lines of one row may overlap at least, in font sizes; those of two rows do not. */
  private static final float TOUCH = 0.1f;
  /** How far below each other lines of one cell stand at most, in font sizes. */
  private static final float LEADING = 0.6f;
  /** Where a row's first cell starts at most, of a table's width; heads over a blank corner start later. */
  private static final float CORNER = 0.25f;

  private final List<Row> rows = new ArrayList<>();
  private int columns;
  private int tableRows;

  private ReadingOrder() {}

  static List<Row> of(List<Segment> segments) {
    ReadingOrder order = new ReadingOrder();
    order.region(segments, 0);
    return order.rows;
  }

  private void region(List<Segment> segments, int depth) {
    Float gutter = depth < DEEPEST && segments.size() > 3 ? Gutters.find(segments) : null;
    List<Band> bands = gutter == null ? List.of() : bands(segments, gutter);
    if (gutter == null || bands.stream().noneMatch(Band::parted)) {
      text(segments);
      return;
    }
    for (Band band : bands) {
      if (band.parted()) {
        parted(band, gutter, depth);
      } else {
        region(band.segments(), depth + 3);
      }
    }
  }

  /** Segments one below the other of which all or none stand on one side of the gutter. */
  private record Band(List<Segment> segments, boolean parted) {}

  /** Splits a region from top to bottom; what has too few rows beside the gutter goes with what spans it. */
  private static List<Band> bands(List<Segment> segments, float gutter) {
    List<Band> bands = new ArrayList<>();
    List<Segment> band = new ArrayList<>();
    boolean spans = false;
    for (Segment segment : sorted(segments)) {
      boolean now = segment.left() < gutter && segment.right() > gutter
          || spans && !band.isEmpty() && band.getLast().overlap(segment) > 0.5;
      if (now != spans && !band.isEmpty()) {
        add(bands, band, !spans && isParted(band, gutter));
        band = new ArrayList<>();
      }
      spans = now;
      band.add(segment);
    }
    add(bands, band, !spans && isParted(band, gutter));
    return bands;
  }

  private static void add(List<Band> bands, List<Segment> band, boolean parted) {
    if (!parted && !bands.isEmpty() && !bands.getLast().parted()) {
      List<Segment> both = new ArrayList<>(bands.removeLast().segments());
      both.addAll(band);
      bands.add(new Band(both, false));
    } else if (!band.isEmpty()) {
      bands.add(new Band(List.copyOf(band), parted));
    }
  }

  private static boolean isParted(List<Segment> band, float gutter) {
    int left = lines(band.stream().filter(segment -> segment.right() <= gutter).toList());
    int right = lines(band.stream().filter(segment -> segment.right() > gutter).toList());
    return Math.min(left, right) >= 2 && Math.max(left, right) >= 3;
  }

  private void parted(Band band, float gutter, int depth) {
    List<Segment> left = band.segments().stream().filter(segment -> segment.right() <= gutter).toList();
    List<Segment> right = band.segments().stream().filter(segment -> segment.right() > gutter).toList();
    Set<Segment> numbers = new HashSet<>(LineNumbers.of(left, right));
    if (!numbers.isEmpty()) {
      numbered(band.segments(), numbers, depth);
    } else if (left.stream().allMatch(segment -> ListMarks.isMark(segment.letters(), segment.text()))) {
      text(band.segments());
    } else if (isTable(left, right)) {
      table(band.segments());
    } else {
      region(left, depth + 1);
      region(right, depth + 1);
    }
  }

  /** Writes the numbers of lines as no part of the text, and then the lines. */
  private void numbered(List<Segment> segments, Set<Segment> numbers, int depth) {
    List<Segment> furniture = sorted(segments.stream().filter(numbers::contains).toList()).stream()
        .map(Segment::asFurniture).toList();
    rows.add(new Column(furniture, columns++).row(furniture, 0));
    region(segments.stream().filter(segment -> !numbers.contains(segment)).toList(), depth + 1);
  }

  private static boolean isTable(List<Segment> left, List<Segment> right) {
    int lines = Math.min(lines(left), lines(right));
    boolean prose = isProse(left) && isProse(right);
    return !prose && switches(left, right) > (lines < 3 ? 1 : 2 + lines / 3);
  }

  /** Tells columns of text, whose lines are long, from columns of a table. */
  private static boolean isProse(List<Segment> column) {
    List<Integer> lengths = column.stream().map(Segment::letters).sorted().toList();
    return lengths.get(lengths.size() / 2) >= PROSE;
  }

  /** Counts the lines of a column. */
  static int lines(List<Segment> column) {
    int lines = 0;
    Segment before = null;
    for (Segment segment : column.stream().sorted(Comparator.comparingDouble(Segment::middle)).toList()) {
      lines += before == null || before.overlap(segment) < 0.5 ? 1 : 0;
      before = segment;
    }
    return lines;
  }

  /** Counts how often drawing went from one side to the other. */
  private static int switches(List<Segment> left, List<Segment> right) {
    List<Segment> drawn = Stream.concat(left.stream(), right.stream())
        .sorted(Comparator.comparingInt(Segment::order)).toList();
    Set<Segment> lefts = new HashSet<>(left);
    int switches = -1;
    boolean onLeft = false;
    boolean started = false;
    for (Segment segment : drawn) {
      boolean isLeft = lefts.contains(segment);
      switches += !started || isLeft != onLeft ? 1 : 0;
      onLeft = isLeft;
      started = true;
    }
    return switches;
  }

  /** Writes segments line by line. */
  private void text(List<Segment> segments) {
    List<Segment> sorted = sorted(segments);
    Column column = new Column(segments, columns++);
    boolean[] used = new boolean[sorted.size()];
    for (int i = 0; i < sorted.size(); i++) {
      if (used[i]) {
        continue;
      }
      List<Segment> line = new ArrayList<>(List.of(sorted.get(i)));
      for (int j = i + 1; j < sorted.size() && sorted.get(j).middle() < sorted.get(i).bottom(); j++) {
        Segment other = sorted.get(j);
        if (!used[j] && line.stream().allMatch(part -> part.overlap(other) > 0.5 && isApart(part, other))
            && isAlike(line.getFirst(), other)) {
          used[j] = true;
          line.add(other);
        }
      }
      line.sort(Comparator.comparingDouble(Segment::left));
      rows.add(column.row(line, 0));
    }
  }

  /** Writes the rows of a table: what stands beside each other, however many lines a cell has, is one row. */
  private void table(List<Segment> segments) {
    Column column = new Column(segments, columns++);
    List<Segment> drawn = segments.stream().sorted(Comparator.comparingInt(Segment::order)).toList();
    Map<Segment, Segment> before = new HashMap<>();
    for (int i = 1; i < drawn.size(); i++) {
      before.put(drawn.get(i), drawn.get(i - 1));
    }
    List<Segment> row = new ArrayList<>();
    for (List<Segment> line : printed(segments)) {
      if (!row.isEmpty() && !(hasCells(row, column) && goesOn(row, line, before))) {
        tableRow(row, column);
        row.clear();
      }
      row.addAll(line);
    }
    tableRow(row, column);
  }

  /** Splits segments from top to bottom into those that stand beside each other. */
  private static List<List<Segment>> printed(List<Segment> segments) {
    List<List<Segment>> lines = new ArrayList<>();
    float bottom = 0;
    for (Segment segment : segments.stream().sorted(Comparator.comparingDouble(Segment::top)).toList()) {
      if (lines.isEmpty() || segment.top() > bottom - TOUCH * segment.size()) {
        lines.add(new ArrayList<>());
        bottom = segment.bottom();
      }
      bottom = Math.max(bottom, segment.bottom());
      lines.getLast().add(segment);
    }
    return lines;
  }

  /** Tells whether a row has several cells, of which one is in the first column. */
  private static boolean hasCells(List<Segment> row, Column column) {
    double left = row.stream().mapToDouble(Segment::left).min().orElse(0);
    return row.stream().anyMatch(segment -> isApart(segment, row.getFirst()))
        && left - column.left() < CORNER * (column.right() - column.left());
  }

  /** Tells whether all of a line was drawn straight after what stands just above it in the row, cell by cell. */
  private static boolean goesOn(List<Segment> row, List<Segment> line, Map<Segment, Segment> before) {
    return line.stream().allMatch(segment -> {
      Segment last = before.get(segment);
      return last != null && (line.contains(last) || row.contains(last) && !isApart(last, segment)
          && segment.top() - last.bottom() < LEADING * segment.size());
    });
  }

  private void tableRow(List<Segment> row, Column column) {
    if (row.size() == 1) {
      rows.add(column.row(row, 0));
      return;
    }
    tableRows++;
    List<List<Segment>> cells = new ArrayList<>();
    for (Segment segment : row.stream().sorted(Comparator.comparingDouble(Segment::left)).toList()) {
      if (cells.isEmpty() || cells.getLast().stream().noneMatch(other -> !isApart(other, segment))) {
        cells.add(new ArrayList<>());
      }
      cells.getLast().add(segment);
    }
    List<Segment> line = new ArrayList<>();
    for (List<Segment> cell : cells) {
      for (Segment part : sorted(cell)) {
        if (!line.isEmpty() && (part.overlap(line.getLast()) < 0.5 || !isAlike(part, line.getLast()))) {
          rows.add(column.row(line, tableRows));
          line = new ArrayList<>();
        }
        line.add(part);
      }
    }
    rows.add(column.row(line, tableRows));
  }

  private static List<Segment> sorted(List<Segment> segments) {
    return segments.stream().sorted(Comparator.comparingDouble(Segment::middle)).toList();
  }

  private static boolean isAlike(Segment one, Segment other) {
    return one.isHidden() == other.isHidden() && one.isFurniture() == other.isFurniture();
  }

  private static boolean isApart(Segment one, Segment other) {
    return one.right() <= other.left() + 1 || other.right() <= one.left() + 1;
  }

  /** The edges of what is set as one column. */
  private record Column(float left, float right, int number) {

    Column(List<Segment> segments, int number) {
      this((float) segments.stream().mapToDouble(Segment::left).min().orElse(0),
          (float) segments.stream().mapToDouble(Segment::right).max().orElse(0), number);
    }

    Row row(List<Segment> segments, int tableRow) {
      return new Row(List.copyOf(segments), left, right, number, tableRow);
    }
  }
}
