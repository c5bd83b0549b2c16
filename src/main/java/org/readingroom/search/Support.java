package org.readingroom.search;

import java.util.List;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;

/**
 * Says how well a span of a document supports a claim.
 *
 * @param span the sentences that support it best
 * @param score the reader's estimate that they do, from 0 to 1
 * @param missing the numbers, names, dates and denials of the claim that the span has to have and has not
 */
public record Support(Document document, Span span, double score, List<String> missing) {

  public Support {
    missing = List.copyOf(missing);
  }

  /** Tells whether everything is there that must be, and the estimate is high enough. */
  public boolean suffices(double least) {
    return missing.isEmpty() && score >= least;
  }
}
