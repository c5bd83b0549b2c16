package org.readingroom.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.readingroom.text.Term;

/**
 * Holds the different terms of a question with their weights, and tells which of them stand in a text.
 *
 * <p>
 * A set of terms is a bit mask; words that are part of a name do not count beside the name.
 */
final class QuestionTerms {

  private static final int MOST = 63;

  private final Map<String, Integer> places = new HashMap<>();
  private final List<Double> weights = new ArrayList<>();
  private double total;

  QuestionTerms(Query query, IndexSnapshot index) {
    TermWeights ofTerms = new TermWeights(query, index);
    for (Term term : query.terms()) {
      if (weights.size() < MOST && !places.containsKey(term.text())
          && !HybridRetriever.isPartOfName(query, term)) {
        places.put(term.text(), weights.size());
        double weight = ofTerms.of(term);
        weights.add(weight);
        total += weight;
      }
    }
  }

  /** Returns the bit mask of the question's terms among those of a text. */
  long mask(Iterable<Term> terms) {
    long mask = 0;
    for (Term term : terms) {
      Integer place = places.get(term.text());
      mask |= place == null ? 0 : 1L << place;
    }
    return mask;
  }

  /** Returns the share of the question's weight that the terms of a mask have, from 0 to 1. */
  double coverage(long mask) {
    double sum = 0;
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      sum += weights.get(Long.numberOfTrailingZeros(rest));
    }
    return total > 0 ? sum / total : 0;
  }
}
