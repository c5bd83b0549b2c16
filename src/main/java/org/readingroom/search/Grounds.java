package org.readingroom.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.readingroom.passage.Passage;
import org.readingroom.search.CandidateRanker.Reranked;

/** Measures what speaks for there being an answer among the candidates. */
final class Grounds {

  /** What the logarithm of the odds that a candidate answers gains with each point of its score. */
  private static final double SHARPNESS = 4;

  private Grounds() {}

  /**
   * Returns the grounds.
   *
   * @param read the reader's score of the best sentence
   */
  static Map<Ground, Double> of(Query query, PassageIndex index, List<Reranked> passages,
      List<Candidate> candidates, double read) {
    EnumMap<Ground, Double> grounds = new EnumMap<>(Ground.class);
    if (candidates.isEmpty()) {
      return grounds;
    }
    Candidate best = candidates.getFirst();
    List<Term> specific = specific(query);
    grounds.put(Ground.COSINE, passages.stream().mapToDouble(Reranked::cosine).max().orElse(0));
    grounds.put(Ground.LATE, passages.stream().mapToDouble(Reranked::late).max().orElse(0));
    grounds.put(Ground.SPECIFIC, share(specific, index, around(best, query, passages, index)));
    grounds.put(Ground.KNOWN, share(specific, index,
        term -> index.holds(term.text()) || index.roots().contains(root(term, query))));
    grounds.put(Ground.GATHERED, gathered(candidates));
    grounds.put(Ground.NAMED, query.documents().stream().anyMatch(index::hasDocument) ? 1.0 : 0.0);
    grounds.put(Ground.READ, read);
    return grounds;
  }

  /**
   * Returns the share of the document that has most of the odds, which grow exponentially with the scores; a half of
   * one document alone, which says nothing.
   */
  private static double gathered(List<Candidate> candidates) {
    double top = candidates.getFirst().score();
    Map<Integer, Double> odds = new HashMap<>();
    for (Candidate candidate : candidates) {
      odds.merge(candidate.document().number(), Math.exp(SHARPNESS * (candidate.score() - top)), Double::sum);
    }
    return odds.size() == 1
        ? 0.5
        : Collections.max(odds.values()) / odds.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Returns the terms of names, numbers and words that are capitalised within the question. */
  private static List<Term> specific(Query query) {
    Set<String> seen = new HashSet<>();
    List<Term> specific = new ArrayList<>();
    for (Term term : query.terms()) {
      String word = query.text().substring(term.start(), term.end());
      boolean marked = term.isName() || Character.isDigit(word.charAt(0))
          || (term.start() > 0 && Character.isUpperCase(word.charAt(0)));
      boolean ofDate = query.dates().stream()
          .anyMatch(date -> date.span().start() <= term.start() && term.end() <= date.span().end());
      boolean ofDocument = Character.isDigit(word.charAt(0)) && query.documents().stream()
          .anyMatch(number -> word.equals(number.toString()));
      if (marked && !ofDate && !ofDocument && !HybridRetriever.isPartOfName(query, term)
          && seen.add(term.text())) {
        specific.add(term);
      }
    }
    return specific;
  }

  /**
   * Returns the share of some terms that are there, each counting the more the rarer it is. To miss a common word says
   * little, so one of the rarest is taken to be there besides.
   */
  private static double share(List<Term> specific, PassageIndex index, Predicate<Term> there) {
    double all = index.idf("");
    double held = all;
    for (Term term : specific) {
      double weight = index.idf(term.text());
      all += weight;
      held += there.test(term) ? weight : 0;
    }
    return held / all;
  }

  /** Tells what stands in a candidate's passage, in the passages beside it that were found, or in its header. */
  private static Predicate<Term> around(Candidate best, Query query, List<Reranked> passages,
      PassageIndex index) {
    Set<String> terms = new HashSet<>();
    List<Passage> near = new ArrayList<>();
    for (Reranked reranked : passages) {
      if (reranked.passage().document().number() == best.document().number()) {
        AnalyzedPassage analyzed = index.analyzed(reranked.record());
        analyzed.header().forEach(term -> terms.add(term.text()));
        analyzed.terms().forEach(sentence -> sentence.forEach(term -> terms.add(term.text())));
        near.add(reranked.passage());
      }
    }
    return term -> terms.contains(term.text()) || near.stream().anyMatch(
        passage -> Demonyms.roots(passage.header() + " " + passage.text()).contains(root(term, query)));
  }

  private static String root(Term term, Query query) {
    return Demonyms.root(query.text().substring(term.start(), term.end()));
  }
}
