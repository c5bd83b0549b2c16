package org.readingroom.search;

import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    return fuse(List.of(hits(query, vector)), ranking).getFirst();
  }

  /**
   * What one index has for a query, before its scores are compared with others.
   *
   * @param namedLexical of those passages that the question prefers by their names; empty where it names none
   * @param namedNear the same by their vectors
   */
  record Hits(Query query, List<Hit> lexical, List<Hit> near, List<Hit> namedLexical, List<Hit> namedNear) {

    private List<Fused> fused(Map<String, Double> scores, Ranking ranking) {
      Map<String, Double> cosines = new HashMap<>();
      Stream.of(near, namedNear).flatMap(List::stream)
          .forEach(hit -> cosines.put(hit.passage().id(), hit.score()));
      double least = cosines.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
      Map<String, Passage> passages = new HashMap<>();
      Stream.of(lexical, near, namedLexical, namedNear).flatMap(List::stream)
          .forEach(hit -> passages.put(hit.passage().id(), hit.passage()));
      List<Fused> fused = new ArrayList<>();
      passages.forEach((id, passage) -> {
        boolean named = query.named().holds(passage.document(), passage.span());
        double total = scores.getOrDefault(id, 0d)
            + ranking.date() * (named ? 1 : dateMatch(query, passage.document().date()));
        fused.add(new Fused(passage, total, cosines.getOrDefault(id, least)));
      });
      fused.sort(Comparator.comparingDouble(Fused::score).reversed()
          .thenComparing(Fused::passage, Passage.ORDER));
      return fused;
    }
  }

  /** Returns what the index has for a query. */
  Hits hits(Query query, float[] vector) {
    snapshot.count(query.terms());
    PassageFilters filters = new PassageFilters(snapshot);
    PassageFilter filter = filters.of(query);
    PassageFilter preferred = filters.preferred(query.named(), filter);
    return new Hits(query, lexical(query, filter), near(vector, filter),
        preferred == null ? List.of() : lexical(query, preferred),
        preferred == null ? List.of() : near(vector, preferred));
  }

  private List<Hit> near(float[] vector, PassageFilter filter) {
    return snapshot.index().byVector(vector, filter, ranking.candidates());
  }

  /**
   * Returns the passages of several indexes, each index's the best first, with scores on one scale.
   *
   * @param all what each index has for the same question
   */
  static List<List<Fused>> fuse(List<Hits> all, Ranking ranking) {
    Map<String, Double> scores = scores(all, Hits::lexical, Hits::near, ranking);
    Map<String, Double> named = scores(all, Hits::namedLexical, Hits::namedNear, ranking);
    // The best of what is named counts as much as the best of all, which may hide it.
    double scale = best(named) > 0 ? best(scores) / best(named) : 1;
    named.forEach((id, score) -> scores.merge(id, scale * score, Math::max));
    return all.stream().map(hits -> hits.fused(scores, ranking)).toList();
  }

  private static Map<String, Double> scores(List<Hits> all, Function<Hits, List<Hit>> lexical,
      Function<Hits, List<Hit>> near, Ranking ranking) {
    Map<String, Double> scores = new HashMap<>();
    add(scores, all.stream().map(lexical).toList(), ranking.lexical(), ranking.fusion());
    add(scores, all.stream().map(near).toList(), 1 - ranking.lexical(), ranking.fusion());
    return scores;
  }

  /** Adds the scores of all indexes, made comparable with one another. */
  private static void add(Map<String, Double> scores, List<List<Hit>> lists, double weight, Fusion fusion) {
    List<Hit> merged = lists.size() == 1
        ? lists.getFirst()
        : lists.stream().flatMap(List::stream).sorted(Comparator.comparingDouble(Hit::score).reversed())
            .toList();
    double[] comparable = fusion.comparable(merged);
    for (int i = 0; i < comparable.length; i++) {
      scores.merge(merged.get(i).passage().id(), weight * comparable[i], Double::sum);
    }
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

  private static double best(Map<String, Double> scores) {
    return scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /**
   * Returns 1 where a date of the question falls within the document's, less where it only may; one without a year
   * is that of the document's year.
   */
  static double dateMatch(Query query, DocumentDate date) {
    if (!date.isKnown()) {
      return 0;
    }
    double best = 0;
    for (DateExpression named : query.dates()) {
      DateExpression asked = named.yearKnown() || date.from() == null || mayBeWord(named)
          ? named
          : named.in(date.from().getYear());
      if (asked.yearKnown() && date.overlaps(asked.from(), asked.to())) {
        boolean exact = asked.isDay() && asked.from().equals(date.from()) && asked.from().equals(date.to());
        best = Math.max(best, exact ? 1 : date.from() == null || date.to() == null ? 0.5 : 0.8);
      } else if (asked.yearKnown() && date.from() != null && date.from().isAfter(asked.to())) {
        best = Math.max(best, LATER * Math.exp(-asked.to().until(date.from(), ChronoUnit.DAYS) / DAYS_LATER));
      }
    }
    return best;
  }

  /** Tells whether a month may be a word or a name: "the Long March", "Theresa May". */
  private static boolean mayBeWord(DateExpression named) {
    Month month = named.from().getMonth();
    return !named.isDay() && (month == Month.MARCH || month == Month.MAY) && named.to().getMonth() == month;
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
}
