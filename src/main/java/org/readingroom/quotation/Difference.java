package org.readingroom.quotation;

/**
 * Is one place where a quotation and a document part.
 *
 * @param quoteStart where it starts in the quotation, in UTF-16 code units
 * @param quoteEnd where it ends there, exclusive; equal to its start if words are left out
 * @param start where it starts in the document's text
 * @param end where it ends there, exclusive; equal to its start if words are put in
 */
public record Difference(int quoteStart, int quoteEnd, int start, int end) {

  /** Says what sets a quotation apart from the document. */
  public enum Kind {
    /** The quotation has other words than the document. */
    CHANGED,
    /** The quotation has words that the document does not have there. */
    ADDED,
    /** The quotation lacks words that the document has there. */
    OMITTED
  }

  public Difference {
    if (quoteEnd < quoteStart || end < start || quoteEnd == quoteStart && end == start) {
      throw new IllegalArgumentException("no difference");
    }
  }

  public Kind kind() {
    return quoteEnd == quoteStart ? Kind.OMITTED : end == start ? Kind.ADDED : Kind.CHANGED;
  }
}
