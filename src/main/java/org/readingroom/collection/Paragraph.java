package org.readingroom.collection;

/**
 * Marks one paragraph of a document's canonical text.
 *
 * @param start the offset of its first character, in UTF-16 code units
 * @param end the offset after its last character
 * @param firstLine the number of its first line in the source file, from 1
 * @param lastLine the number of its last line in the source file
 */
public record Paragraph(int start, int end, Role role, int firstLine, int lastLine) {

  /** Says what part a paragraph plays in its document. */
  public enum Role {
    /** A title, letterhead, addressee, date line or section heading. */
    HEADING,
    /** The archival citation and the translator's credit. */
    SOURCE,
    /** Running text. */
    BODY,
    /** One item of a list, or a list whose items are too short to stand alone. */
    LIST,
    /** A table or a part of one; its line breaks are kept. */
    TABLE,
    /** The signature and what follows it: names, ranks, dates, distribution. */
    SIGNATURE,
    /** A footnote that stands in the body. */
    FOOTNOTE,
    /** The caption of a figure or a table. */
    CAPTION,
    /** Words of somebody else that a mail repeats. */
    QUOTED,
    /** A running head, a page number, or words that whoever looks at the page does not see: never quoted. */
    FURNITURE
  }

  public Paragraph {
    if (start < 0 || end <= start || firstLine < 1 || lastLine < firstLine) {
      throw new IllegalArgumentException(
          "no paragraph at [" + start + ", " + end + ") from lines " + firstLine
              + " to " + lastLine);
    }
  }
}
