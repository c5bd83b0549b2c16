package org.readingroom.passage;

/**
 * Marks a stretch of a document's canonical text.
 *
 * @param start the offset of the first character, in UTF-16 code units
 * @param end the offset after the last character
 */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no span at [" + start + ", " + end + ")");
    }
  }

  /** Returns the number of characters. */
  public int length() {
    return end - start;
  }

  /** Tells whether two spans share a character. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** Tells whether the other span lies inside this one. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Tells whether an offset into a text falls inside a surrogate pair. */
  public static boolean cutsCharacter(String text, int offset) {
    return offset > 0 && offset < text.length()
        && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
  }

  /** Returns the characters of the span. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
