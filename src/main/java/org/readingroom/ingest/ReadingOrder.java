package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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

  private final List<Row> rows = new ArrayList<>();
  private int columns;

  private ReadingOrder() {}

  static List<Row> of(List<Segment> segments) {
    ReadingOrder order = new ReadingOrder();
    order.region(segments, 0);
    return order.rows;
  }

  private void region(List<Segment> segments, int depth) {
    Float gutter = depth < DEEPEST && segments.size() > 3 ? Gutters.find(segments) : null;
    if (gutter == null) {
      rows(segments, false);
      return;
    }
    List<Segment> zone = new ArrayList<>();
    List<Segment> spanning = new ArrayList<>();
    for (Segment segment : segments.stream().sorted(Comparator.comparingDouble(Segment::middle)).toList()) {
      boolean spans = segment.left() < gutter && segment.right() > gutter;
      if (spans) {
        zone(zone, gutter, depth);
        zone.clear();
        spanning.add(segment);
      } else {
        if (!spanning.isEmpty() && isBeside(spanning, segment)) {
          spanning.add(segment);
          continue;
        }
        flush(spanning, depth);
        zone.add(segment);
      }
    }
    flush(spanning, depth);
    zone(zone, gutter, depth);
  }

  private static boolean isBeside(List<Segment> spanning, Segment segment) {
    return spanning.getLast().overlap(segment) > 0.5;
  }

  private void flush(List<Segment> spanning, int depth) {
    if (!spanning.isEmpty()) {
      region(List.copyOf(spanning), depth + 3);
      spanning.clear();
    }
  }

  /** Writes what stands between two segments that span the gutter. */
  private void zone(List<Segment> zone, float gutter, int depth) {
    List<Segment> left = zone.stream().filter(segment -> segment.right() <= gutter + 0.01).toList();
    List<Segment> right = zone.stream().filter(segment -> segment.right() > gutter + 0.01).toList();
    if (left.isEmpty() || right.isEmpty()) {
      if (!zone.isEmpty()) {
        region(List.copyOf(zone), depth + 1);
      }
    } else if (isTable(left, right)) {
      rows(List.copyOf(zone), true);
    } else {
      region(left, depth + 1);
      region(right, depth + 1);
    }
  }

  private static boolean isTable(List<Segment> left, List<Segment> right) {
    int lines = Math.min(lines(left), lines(right));
    int switches = switches(left, right);
    boolean rowByRow = switches > 2 + lines / 3;
    boolean prose = isProse(left) && isProse(right);
    if (lines < 3) {
      return rowByRow || switches > 0 && lines <= 1;
    }
    return !prose && rowByRow;
  }

  /** Tells columns of text, whose lines are long, from columns of a table. */
  private static boolean isProse(List<Segment> column) {
    List<Integer> lengths = column.stream().map(Segment::letters).sorted().toList();
    return lengths.get(lengths.size() / 2) >= PROSE;
  }

  private static int lines(List<Segment> column) {
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
  private void rows(List<Segment> segments, boolean tabular) {
    List<Segment> sorted = segments.stream().sorted(Comparator.comparingDouble(Segment::middle)).toList();
    float columnLeft = (float) segments.stream().mapToDouble(Segment::left).min().orElse(0);
    float columnRight = (float) segments.stream().mapToDouble(Segment::right).max().orElse(0);
    int column = columns++;
    boolean[] used = new boolean[sorted.size()];
    for (int i = 0; i < sorted.size(); i++) {
      if (used[i]) {
        continue;
      }
      List<Segment> row = new ArrayList<>(List.of(sorted.get(i)));
      for (int j = i + 1; j < sorted.size() && sorted.get(j).middle() < sorted.get(i).bottom(); j++) {
        Segment other = sorted.get(j);
        if (!used[j] && row.stream().allMatch(cell -> cell.overlap(other) > 0.5 && isApart(cell, other))
            && other.isHidden() == row.getFirst().isHidden()
            && other.isFurniture() == row.getFirst().isFurniture()) {
          used[j] = true;
          row.add(other);
        }
      }
      row.sort(Comparator.comparingDouble(Segment::left));
      rows.add(new Row(List.copyOf(row), columnLeft, columnRight, column, tabular && row.size() > 1));
    }
  }

  private static boolean isApart(Segment one, Segment other) {
    return one.right() <= other.left() + 1 || other.right() <= one.left() + 1;
  }
}
