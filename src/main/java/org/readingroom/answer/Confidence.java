package org.readingroom.answer;

import java.util.Map;
import org.readingroom.search.Candidate;
import org.readingroom.search.Retrieval;
import org.readingroom.search.Signal;

/** Estimates how likely it is that the best candidate answers the question. */
final class Confidence {

  /** Returns a number from 0 to 1. */
  double of(Retrieval retrieval) {
    if (retrieval.candidates().isEmpty()) {
      return 0;
    }
    double late = 0;
    double coverage = 0;
    for (Candidate candidate : retrieval.candidates().subList(0,
        Math.min(5, retrieval.candidates().size()))) {
      Map<Signal, Double> signals = candidate.signals();
      late = Math.max(late, signals.getOrDefault(Signal.PASSAGE_LATE, 0.0));
      coverage = Math.max(coverage, signals.getOrDefault(Signal.NEARBY_COVERAGE, 0.0));
    }
    return Math.clamp((late + coverage) / 2, 0, 1);
  }
}
