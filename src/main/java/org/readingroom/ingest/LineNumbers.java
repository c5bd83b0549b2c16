package org.readingroom.ingest;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the numbers that a margin gives to lines: to each, as in pleadings, transcripts and preprints, or to every
 * fifth or tenth, as beside verse.
 *
 * <p>
 * Numbers of a table's rows or a list's items are none: no sentence goes on from one of their lines to the next.
 */
final class LineNumbers {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
  private static final int FEWEST = 4;
  /** How many there are at least where each line has one. */
  private static final int FEWEST_OF_EACH = 8;

  private LineNumbers() {}

  /** Returns the numbers on the one side of lines or the other; none where neither side is of such numbers. */
  static List<Segment> of(List<Segment> left, List<Segment> right) {
    List<Segment> numbers = among(left, right);
    return numbers.isEmpty() ? among(right, left) : numbers;
  }

  private static List<Segment> among(List<Segment> side, List<Segment> text) {
    List<Segment> numbers = sorted(side.stream()
        .filter(segment -> segment.letters() <= 4 && NUMBER.matcher(segment.text()).matches()).toList());
    return numbers.size() >= FEWEST && numbers.size() >= 0.9 * side.size() && isOfLines(numbers, text)
        ? numbers
        : List.of();
  }

  private static boolean isOfLines(List<Segment> numbers, List<Segment> text) {
    int first = number(numbers.getFirst());
    int step = number(numbers.get(1)) - first;
    for (int i = 2; i < numbers.size(); i++) {
      if (number(numbers.get(i)) != first + i * step) {
        return false;
      }
    }
    float top = numbers.getFirst().top();
    float bottom = numbers.getLast().bottom();
    List<Segment> beside = sorted(
        text.stream().filter(segment -> segment.middle() > top && segment.middle() < bottom).toList());
    int lines = ReadingOrder.lines(beside);
    int counted = step * (numbers.size() - 1) + 1;
    if (step == 5 || step == 10) {
      return first % step == 0 && Math.abs(lines - counted) <= 0.1 * counted;
    }
    return step == 1 && counted >= FEWEST_OF_EACH && lines <= 1.5 * counted && beside.size() <= 1.2 * lines
        && runOn(beside);
  }

  /** Tells whether of three lines one goes on, with a small letter, with what filled the line before. */
  private static boolean runOn(List<Segment> lines) {
    double left = lines.stream().mapToDouble(Segment::left).min().orElse(0);
    double right = lines.stream().mapToDouble(Segment::right).max().orElse(0);
    int on = 0;
    for (int i = 1; i < lines.size(); i++) {
      boolean full = lines.get(i - 1).right() > right - 0.15 * (right - left);
      on += full && !PdfParagraphs.startsSentence(lines.get(i).text()) ? 1 : 0;
    }
    return 3 * on > lines.size();
  }

  private static int number(Segment segment) {
    return Integer.parseInt(segment.text());
  }

  private static List<Segment> sorted(List<Segment> segments) {
    return segments.stream().sorted(Comparator.comparingDouble(Segment::middle)).toList();
  }
}
