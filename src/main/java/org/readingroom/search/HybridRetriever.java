package org.readingroom.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.DocumentDate;
import org.readingroom.passage.Passage;

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
  /** The most words that are searched for, each in two fields; Lucene takes 1,024 clauses. */
  private static final int MAX_WORDS = 500;

  private final PassageIndex index;
  private final Ranking ranking;

  HybridRetriever(PassageIndex index, Ranking ranking) {
    this.index = index;
    this.ranking = ranking;
  }

  /**
   * Is a passage with its fused score.
   *
   * @param record the passage's record in the index
   * @param cosine the cosine of the question's vector with the passage's; that of the last passage found where
   *        the passage was not found by its vector
   */
  record Fused(int record, Passage passage, double score, double cosine) {}

  /** Returns the best passages, the best first; ties in the order of the collection. */
  List<Fused> retrieve(Query query, float[] vector) {
    FilterQueries filters = new FilterQueries(index);
    org.apache.lucene.search.Query filter = filters.of(query);
    Map<Integer, Double> cosines = new HashMap<>();
    Map<Integer, Double> scores = search(query, vector, filter, cosines);
    org.apache.lucene.search.Query preferred = filters.preferred(query.named());
    if (preferred != null) {
      // The best of what is named counts as much as the best of all, which may hide it.
      Map<Integer, Double> named = search(query, vector, both(filter, preferred), cosines);
      double scale = best(named) > 0 ? best(scores) / best(named) : 1;
      named.forEach((record, score) -> scores.merge(record, scale * score, Math::max));
    }
    double least = cosines.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
    List<Fused> fused = new ArrayList<>();
    scores.forEach((record, score) -> {
      Passage passage = index.passage(record);
      boolean named = query.named().holds(passage.document(), passage.span());
      double total = score
          + ranking.date() * (named ? 1 : dateMatch(query, passage.document().date()));
      fused.add(new Fused(record, passage, total, cosines.getOrDefault(record, least)));
    });
    fused.sort(Comparator.comparingDouble(Fused::score).reversed()
        .thenComparing(Fused::passage, Passage.ORDER));
    return fused;
  }

  /** Returns the best of the passages that have all words, the best first. */
  List<Passage> withAll(Query query) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    query.terms().stream().map(org.readingroom.search.Term::text).distinct().limit(MAX_WORDS)
        .forEach(term -> all.add(new TermQuery(new Term(IndexFields.TEXT, term)), Occur.MUST));
    return Arrays.stream(search(all.build()).scoreDocs).map(hit -> index.passage(hit.doc)).toList();
  }

  /** Returns the best passages by their words alone, the best first. */
  List<Passage> lexical(Query query) {
    return Arrays.stream(search(lexical(query, null)).scoreDocs).map(hit -> index.passage(hit.doc)).toList();
  }

  private Map<Integer, Double> search(Query query, float[] vector,
      org.apache.lucene.search.@Nullable Query filter, Map<Integer, Double> cosines) {
    Map<Integer, Double> scores = new HashMap<>();
    add(scores, search(lexical(query, filter)), ranking.lexical());
    TopDocs near = search(
        new KnnByteVectorQuery(IndexFields.VECTOR, Vectors.bytes(vector), ranking.candidates(), filter));
    add(scores, near, 1 - ranking.lexical());
    for (ScoreDoc hit : near.scoreDocs) {
      cosines.put(hit.doc, Vectors.cosine(hit.score, vector.length));
    }
    return scores;
  }

  private static double best(Map<Integer, Double> scores) {
    return scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  private static org.apache.lucene.search.Query both(org.apache.lucene.search.@Nullable Query one,
      org.apache.lucene.search.Query other) {
    return one == null
        ? other
        : new BooleanQuery.Builder().add(one, Occur.FILTER).add(other, Occur.FILTER).build();
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

  private org.apache.lucene.search.Query lexical(Query query,
      org.apache.lucene.search.@Nullable Query filter) {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    Set<String> seen = new LinkedHashSet<>();
    for (org.readingroom.search.Term term : query.terms()) {
      // What no passage holds would only fill the query, whose clauses are limited.
      if (seen.size() < MAX_WORDS && index.holds(term.text()) && seen.add(term.text())) {
        double weight = isPartOfName(query, term) ? ranking.nameForms() : 1;
        if (weight > 0) {
          words.add(weighted(IndexFields.TEXT, term.text(), weight), Occur.SHOULD);
          words.add(weighted(IndexFields.HEADER, term.text(), weight * ranking.header()), Occur.SHOULD);
        }
      }
    }
    if (filter != null) {
      words.add(filter, Occur.FILTER);
      words.setMinimumNumberShouldMatch(1);
    }
    return words.build();
  }

  /** Tells whether a term is a word of a name that is a term itself. */
  static boolean isPartOfName(Query query, org.readingroom.search.Term term) {
    return !term.isName() && query.terms().stream()
        .anyMatch(name -> name.isName() && name.start() <= term.start() && term.end() <= name.end());
  }

  private static org.apache.lucene.search.Query weighted(String field, String term, double weight) {
    return new BoostQuery(new TermQuery(new Term(field, term)), (float) weight);
  }

  private TopDocs search(org.apache.lucene.search.Query query) {
    try {
      return index.searcher().search(query, ranking.candidates());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Map<Integer, Double> scores, TopDocs found, double weight) {
    double[] comparable = ranking.fusion().comparable(found);
    for (int i = 0; i < comparable.length; i++) {
      scores.merge(found.scoreDocs[i].doc, weight * comparable[i], Double::sum);
    }
  }
}
