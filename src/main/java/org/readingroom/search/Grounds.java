package org.readingroom.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.collection.Document;
import org.readingroom.search.CandidateRanker.Reranked;

/** Measures what speaks for there being an answer among the candidates. */
final class Grounds {

  /** The place of the candidate that the best is compared with. */
  private static final int COMPARED = 30;

  private Grounds() {}

  static Map<Ground, Double> of(Query query, PassageIndex index, List<Reranked> passages,
      List<Candidate> candidates) {
    EnumMap<Ground, Double> grounds = new EnumMap<>(Ground.class);
    if (candidates.isEmpty()) {
      return grounds;
    }
    Candidate best = candidates.getFirst();
    Candidate other = candidates.get(Math.min(COMPARED, candidates.size() - 1));
    List<Term> specific = specific(query, index);
    Set<String> around = around(best, passages, index);
    grounds.put(Ground.COSINE, passages.stream().mapToDouble(Reranked::cosine).max().orElse(0));
    grounds.put(Ground.LATE, passages.stream().mapToDouble(Reranked::late).max().orElse(0));
    grounds.put(Ground.SPECIFIC, share(specific, around));
    grounds.put(Ground.KNOWN, specific.isEmpty()
        ? 1
        : (double) specific.stream().filter(term -> index.holds(term.text())).count() / specific.size());
    grounds.put(Ground.MARGIN, Math.min(1, best.score() - other.score()));
    grounds.put(Ground.NAMED, query.documents().stream().anyMatch(index::hasDocument) ? 1.0 : 0.0);
    return grounds;
  }

  /** Returns the terms of names, numbers and words that are capitalised within the question. */
  private static List<Term> specific(Query query, PassageIndex index) {
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

  private static double share(List<Term> specific, Set<String> known) {
    return specific.isEmpty()
        ? 1
        : (double) specific.stream().filter(term -> known.contains(term.text())).count() / specific.size();
  }

  /** Returns the terms of a candidate's passage, the passages beside it, and its header. */
  private static Set<String> around(Candidate best, List<Reranked> passages, PassageIndex index) {
    Document document = best.document();
    Set<String> around = new HashSet<>();
    for (Reranked passage : passages) {
      if (passage.passage().document().number() == document.number()) {
        AnalyzedPassage analyzed = index.analyzed(passage.record());
        analyzed.header().forEach(term -> around.add(term.text()));
        analyzed.terms().forEach(terms -> terms.forEach(term -> around.add(term.text())));
      }
    }
    return around;
  }
}
