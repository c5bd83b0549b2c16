package org.readingroom.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.readingroom.search.AnswerType;
import org.readingroom.search.Candidate;
import org.readingroom.search.Retrieval;

/** Chooses among the candidates those to quote, or none. */
final class QuoteSelector {

  /** The share of words from which two quotations say the same. */
  private static final double NEAR_DUPLICATE = 0.8;

  private final Selection selection;
  private final Confidence confidence;

  QuoteSelector(Selection selection, Confidence confidence) {
    this.selection = selection;
    this.confidence = confidence;
  }

  /**
   * Returns the candidates to quote, the best first, or in order of date where the question asks for a course
   * of events; none where nothing answers well enough.
   */
  List<Candidate> select(Retrieval retrieval, int most) {
    if (!confidence.suffices(retrieval)) {
      return List.of();
    }
    List<Candidate> chosen = new ArrayList<>();
    Candidate best = retrieval.candidates().getFirst();
    int length = 0;
    for (Candidate candidate : retrieval.candidates()) {
      if (chosen.size() == most || candidate.score() < best.score() - selection.margin()) {
        break;
      }
      int more = candidate.span().length();
      boolean other = candidate.document().number() != best.document().number();
      boolean fits = length + more <= selection.totalLength()
          && (chosen.isEmpty() || more <= selection.laterLength())
          && !(other && candidate.score() < best.score() - selection.otherMargin());
      if (fits && chosen.stream().noneMatch(taken -> repeats(taken, candidate))) {
        chosen.add(candidate);
        length += more;
      }
    }
    if (retrieval.query().wanted() == AnswerType.COURSE) {
      chosen.sort(Comparator.comparing((Candidate c) -> c.document().date().sortDay())
          .thenComparingInt(c -> c.document().number()).thenComparingInt(c -> c.span().start()));
    }
    return chosen;
  }

  private static boolean repeats(Candidate taken, Candidate candidate) {
    if (taken.document().number() == candidate.document().number()
        && taken.span().overlaps(candidate.span())) {
      return true;
    }
    Set<String> known = words(taken);
    Set<String> words = words(candidate);
    int all = words.size();
    words.retainAll(known);
    return words.size() >= NEAR_DUPLICATE * Math.min(all, known.size());
  }

  private static Set<String> words(Candidate candidate) {
    return new HashSet<>(List.of(candidate.text().toLowerCase(Locale.ROOT).split("\\W+")));
  }
}
