package org.readingroom.index;

import java.time.LocalDate;
import org.readingroom.passage.Passage;

/**
 * A passage as it is written to an index.
 *
 * @param document the key of its document
 * @param embedded the digest of what was embedded
 * @param vector the vector of header and text, as {@link Vectors} has it
 */
public record IndexedPassage(Passage passage, String document, String embedded, byte[] vector) {

  /** Returns the first day that the document may be of, in days since 1970. */
  public long firstDay() {
    LocalDate first = passage.document().date().from();
    return first == null ? Long.MIN_VALUE : first.toEpochDay();
  }

  /** Returns the last day that the document may be of, in days since 1970. */
  public long lastDay() {
    LocalDate last = passage.document().date().to();
    return last == null ? Long.MAX_VALUE : last.toEpochDay();
  }
}
