package org.readingroom.search;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.collection.DocumentDate;
import org.readingroom.index.Hit;
import org.readingroom.index.IndexField;
import org.readingroom.index.PassageFilter;
import org.readingroom.index.PassageIndex;
import org.readingroom.index.WeightedTerm;
import org.readingroom.passage.Passage;
import org.readingroom.text.Term;

/**
 * Finds passages by their words (BM25) and by their vectors, and fuses the two.
 *
 * <p>
 * Fusion adds the scores of the two, made comparable as {@link Fusion} says.
 */
final class HybridRetriever {

  /** How well a date fits a document written just after it, and in how many days that fades. */
  private static final double LATER = 0.5;
  private static final double DAYS_LATER = 20;

  private final IndexSnapshot snapshot;
  private final Ranking ranking;

  HybridRetriever(IndexSnapshot snapshot, Ranking ranking) {
    this.snapshot = snapshot;
    this.ranking = ranking;
  }

  /**
   * Is a passage with its fused score.
   *
   * @param cosine the cosine of the question's vector with the passage's; that of the last passage found where
   *        the passage was not found by its vector
   */
  record Fused(Passage passage, double score, double cosine) {}

  /** Returns the best passages, the best first; ties in the order of the collection. */
  List<Fused> retrieve(Query query, float[] vector) {
    snapshot.count(query.terms());
    PassageFilters filters = new PassageFilters(snapshot);
    PassageFilter filter = filters.of(query);
    Found found = new Found();
    Map<String, Double> scores = search(query, vector, filter, found);
    PassageFilter preferred = filters.preferred(query.named(), filter);
    if (preferred != null) {
      // The best of what is named counts as much as the best of all, which may hide it.
      Map<String, Double> named = search(query, vector, preferred, found);
      double scale = best(named) > 0 ? best(scores) / best(named) : 1;
      named.forEach((id, score) -> scores.merge(id, scale * score, Math::max));
    }
    double least = found.cosines.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
    List<Fused> fused = new ArrayList<>();
    found.passages.forEach((id, passage) -> {
      boolean named = query.named().holds(passage.document(), passage.span());
      double total = scores.getOrDefault(id, 0d)
          + ranking.date() * (named ? 1 : dateMatch(query, passage.document().date()));
      fused.add(new Fused(passage, total, found.cosines.getOrDefault(id, least)));
    });
    fused.sort(Comparator.comparingDouble(Fused::score).reversed()
        .thenComparing(Fused::passage, Passage.ORDER));
    return fused;
  }

  /** What was found, by the ids of the passages. */
  private static final class Found {

    private final Map<String, Passage> passages = new HashMap<>();
    private final Map<String, Double> cosines = new HashMap<>();
  }

  /** Returns the best of the passages that have all words, the best first. */
  List<Passage> withAll(Query query) {
    Set<Set<String>> all = query.terms().stream().map(term -> Set.of(term.text()))
        .limit(PassageIndex.MAX_TERMS).collect(Collectors.toSet());
    return passages(snapshot.index().byAllWords(all, PassageFilter.NONE, ranking.candidates()));
  }

  /** Returns the best passages by their words alone, the best first. */
  List<Passage> lexical(Query query) {
    return passages(lexical(query, PassageFilter.NONE));
  }

  private static List<Passage> passages(List<Hit> hits) {
    return hits.stream().map(Hit::passage).toList();
  }

  private Map<String, Double> search(Query query, float[] vector, PassageFilter filter, Found found) {
    Map<String, Double> scores = new HashMap<>();
    add(scores, lexical(query, filter), ranking.lexical(), found);
    List<Hit> near = snapshot.index().byVector(vector, filter, ranking.candidates());
    add(scores, near, 1 - ranking.lexical(), found);
    near.forEach(hit -> found.cosines.put(hit.passage().id(), hit.score()));
    return scores;
  }

  private static double best(Map<String, Double> scores) {
    return scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /** Returns 1 where a date of the question falls within the document's, less where it only may. */
  static double dateMatch(Query query, DocumentDate date) {
    if (!date.isKnown()) {
      return 0;
    }
    double best = 0;
    for (DateExpression asked : query.dates()) {
      if (asked.yearKnown() && date.overlaps(asked.from(), asked.to())) {
        boolean exact = asked.isDay() && asked.from().equals(date.from()) && asked.from().equals(date.to());
        best = Math.max(best, exact ? 1 : date.from() == null || date.to() == null ? 0.5 : 0.8);
      } else if (asked.yearKnown() && date.from() != null && date.from().isAfter(asked.to())) {
        best = Math.max(best, LATER * Math.exp(-asked.to().until(date.from(), ChronoUnit.DAYS) / DAYS_LATER));
      }
    }
    return best;
  }

  private List<Hit> lexical(Query query, PassageFilter filter) {
    List<WeightedTerm> words = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Term term : query.terms()) {
      // What no passage holds would only fill the query, whose terms are limited.
      if (seen.size() < PassageIndex.MAX_TERMS && snapshot.holds(term.text()) && seen.add(term.text())) {
        double weight = isPartOfName(query, term) ? ranking.nameForms() : 1;
        if (weight > 0) {
          words.add(new WeightedTerm(IndexField.TEXT, term.text(), weight));
          words.add(new WeightedTerm(IndexField.HEADER, term.text(), weight * ranking.header()));
        }
      }
    }
    return words.isEmpty() ? List.of() : snapshot.index().byWords(words, filter, ranking.candidates());
  }

  /** Tells whether a term is a word of a name that is a term itself. */
  static boolean isPartOfName(Query query, Term term) {
    return !term.isName() && query.terms().stream()
        .anyMatch(name -> name.isName() && name.start() <= term.start() && term.end() <= name.end());
  }

  private void add(Map<String, Double> scores, List<Hit> found, double weight, Found all) {
    double[] comparable = ranking.fusion().comparable(found);
    for (int i = 0; i < comparable.length; i++) {
      Passage passage = found.get(i).passage();
      all.passages.put(passage.id(), passage);
      scores.merge(passage.id(), weight * comparable[i], Double::sum);
    }
  }
}
