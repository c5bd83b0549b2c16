package org.readingroom.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.readingroom.passage.Span;
import org.readingroom.search.Retrieval;

/**
 * Chooses among the sentences read those to quote, or none.
 *
 * <p>
 * Each quotation begins as the best sentence that is left and takes in its neighbours as long as the reader finds that
 * they answer nearly as well.
 */
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
   * Returns the candidates to quote, the best first; none where nothing answers well enough. Each must answer well
   * enough to be quoted alone.
   */
  List<Candidate> select(Retrieval retrieval, int most) {
    List<ScoredSentence> sentences = ScoredSentence.inOrder(retrieval);
    int[] best = IntStream.range(0, sentences.size()).boxed()
        .filter(i -> sentences.get(i).canStandAlone())
        .sorted(Comparator.comparingDouble((Integer i) -> sentences.get(i).score()).reversed())
        .mapToInt(Integer::intValue).toArray();
    List<Candidate> chosen = new ArrayList<>();
    int length = 0;
    for (int core : best) {
      double score = sentences.get(core).score();
      if (chosen.size() >= most || !confidence.suffices(score)
          || !chosen.isEmpty() && score < chosen.getFirst().score() - selection.margin()) {
        break;
      }
      Candidate candidate = grown(sentences, core,
          chosen.isEmpty() ? selection.firstLength() : selection.laterLength());
      boolean fits = chosen.isEmpty() || candidate.span().length() <= selection.laterLength()
          && length + candidate.span().length() <= selection.totalLength();
      if (fits && chosen.stream().noneMatch(taken -> repeats(taken, candidate))) {
        chosen.add(candidate);
        length += candidate.span().length();
      }
    }
    return chosen;
  }

  /** Tells whether what is selected has to be shown as unsure. */
  boolean isUnsure(Retrieval retrieval) {
    return confidence.isUnsure(retrieval);
  }

  private Candidate grown(List<ScoredSentence> sentences, int core, int mostCharacters) {
    double least = sentences.get(core).score() - selection.growth();
    int first = core;
    int last = core;
    while (true) {
      double before = first > 0 && sentences.get(first).follows(sentences.get(first - 1))
          ? sentences.get(first - 1).score()
          : Double.NEGATIVE_INFINITY;
      double after = last + 1 < sentences.size() && sentences.get(last + 1).follows(sentences.get(last))
          ? sentences.get(last + 1).score()
          : Double.NEGATIVE_INFINITY;
      int from = before >= after ? first - 1 : first;
      int to = before >= after ? last : last + 1;
      if (Math.max(before, after) < least || span(sentences, from, to).length() > mostCharacters) {
        break;
      }
      first = from;
      last = to;
    }
    while (last > core && !sentences.get(last).canEnd()) {
      last--;
    }
    return new Candidate(sentences.get(core).document(), span(sentences, first, last),
        sentences.get(core).score());
  }

  private static Span span(List<ScoredSentence> sentences, int first, int last) {
    return new Span(sentences.get(first).span().start(), sentences.get(last).span().end());
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

  /** Says what was considered, and which of it became the citations of an answer. */
  Explanation explain(Retrieval retrieval, Answer answer, String reader) {
    return Explanation.of(retrieval, answer, confidence, reader);
  }
}
