package org.readingroom.search;

import java.util.List;
import org.readingroom.passage.Span;

/**
 * Says how well a span of a document supports a claim.
 *
 * @param span the span
 * @param score the share of what the claim says that is in the span or the document's heading, from 0 to 1,
 *          rare words weighing more than frequent ones
 * @param missing the numbers, names, dates and denials of the claim that are in neither
 */
public record Support(Span span, double score, List<String> missing) {

  public Support {
    missing = List.copyOf(missing);
  }

  /** Tells whether everything is there that must be, and enough of the rest. */
  public boolean suffices(double least) {
    return missing.isEmpty() && score >= least;
  }
}
