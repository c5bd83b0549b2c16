package org.readingroom.quotation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Is words that somebody quotes, and what of them is to be looked for. */
final class Quotation {

  /** How many words each stretch between ellipses has at least, so that it can stand for a place. */
  private static final int LEAST_WORDS = 2;

  private final FoldedText text;

  /** Is a stretch of the folded words, by indexes of their key. */
  record Stretch(int from, int to) {}

  Quotation(FoldedText text) {
    this.text = text;
  }

  FoldedText text() {
    return text;
  }

  /**
   * Returns what may be meant by the words, the likeliest first: all of them; without the marks around them; and
   * without the stop or comma that the sentence they are quoted in wants, on either side of a mark.
   */
  List<Stretch> readings() {
    Stretch bare = bare();
    Stretch open = withoutStops(bare);
    Stretch inner = bare(open);
    return Stream.of(new Stretch(0, text.length()), bare, open, inner, withoutStops(inner))
        .filter(stretch -> stretch.to() > stretch.from()).distinct().toList();
  }

  private Stretch withoutStops(Stretch stretch) {
    int to = stretch.to();
    while (to > stretch.from() && ",.;:".indexOf(text.key().charAt(to - 1)) >= 0) {
      to--;
    }
    return new Stretch(stretch.from(), to);
  }

  /** Returns the words without quotation marks, ellipses and markers such as {@code [1]} around them. */
  Stretch bare() {
    return bare(new Stretch(0, text.length()));
  }

  private Stretch bare(Stretch stretch) {
    int from = stretch.from();
    int to = stretch.to();
    while (true) {
      int marker = marker(from, to);
      if (marker < to) {
        to = marker;
      } else if (to > from && isAround(text.key().charAt(to - 1))) {
        to--;
      } else if (to > from && isAround(text.key().charAt(from))) {
        from++;
      } else {
        return new Stretch(from, to);
      }
    }
  }

  /** Returns where a marker at the end starts, or the end if there is none. */
  private int marker(int from, int to) {
    if (to - from < 3 || text.key().charAt(to - 1) != ']') {
      return to;
    }
    int open = to - 2;
    while (open > from && Character.isDigit(text.key().charAt(open))) {
      open--;
    }
    return open < to - 2 && open > from && text.key().charAt(open) == '['
        && isAround(text.key().charAt(open - 1))
            ? open
            : to;
  }

  private static boolean isAround(char character) {
    return character == Folding.QUOTE || character == Folding.ELLIPSIS;
  }

  /**
   * Returns the stretches between the ellipses, or none if there is no ellipsis or a stretch is too short to be
   * known again.
   */
  List<Stretch> parts() {
    Stretch bare = bare();
    Stretch open = withoutStops(bare);
    Stretch inner = bare(open);
    // The stop that stands within the marks, or where there are none, is a part of what is quoted.
    Stretch all = inner.equals(open) ? bare : inner;
    List<Stretch> parts = new ArrayList<>();
    int from = all.from();
    for (int i = all.from(); i < all.to(); i++) {
      if (text.key().charAt(i) == Folding.ELLIPSIS) {
        parts.add(part(from, i));
        from = i + 1;
      }
    }
    parts.add(part(from, all.to()));
    return parts.size() > 1 && parts.stream().allMatch(this::isEnough) ? parts : List.of();
  }

  /** Returns a stretch without the brackets that stood around the ellipses. */
  private Stretch part(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && ")]".indexOf(text.key().charAt(from)) >= 0) {
      from++;
    }
    while (from < to && "([".indexOf(text.key().charAt(to - 1)) >= 0) {
      to--;
    }
    return new Stretch(from, to);
  }

  private boolean isEnough(Stretch part) {
    int words = 0;
    for (int i = part.from(); i < part.to(); i++) {
      boolean word = Folding.isWord(text.key().charAt(i));
      boolean starts = i == part.from() || text.gap(i) != Gap.NONE
          || !Folding.isWord(text.key().charAt(i - 1));
      words += word && starts ? 1 : 0;
    }
    return words >= LEAST_WORDS;
  }
}
