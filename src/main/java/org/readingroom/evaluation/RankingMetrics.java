package org.readingroom.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Computes the measures of one ranking as trec_eval does: a text's gain is its grade, the discount at rank r
 * is log2(r + 1), and texts that were not judged are not relevant.
 */
final class RankingMetrics {

  private RankingMetrics() {}

  /** Returns nDCG at k with graded gains (Järvelin and Kekäläinen 2002), from 0 to 1. */
  static double ndcg(List<String> ranked, Map<String, Integer> grades, int k) {
    List<Integer> ideal = grades.values().stream().filter(grade -> grade > 0)
        .sorted(Comparator.reverseOrder()).toList();
    double best = dcg(ideal, k);
    List<Integer> found = ranked.stream().map(id -> Math.max(0, grades.getOrDefault(id, 0))).toList();
    return best == 0 ? 0 : dcg(found, k) / best;
  }

  /** Returns the share of relevant texts that are among the first k. */
  static double recall(List<String> ranked, Map<String, Integer> grades, int k) {
    long relevant = grades.values().stream().filter(grade -> grade > 0).count();
    long found = ranked.stream().limit(k).filter(id -> grades.getOrDefault(id, 0) > 0).count();
    return relevant == 0 ? 0 : (double) found / relevant;
  }

  /** Returns 1 / the rank of the first relevant text, or 0 if none is among the first k. */
  static double reciprocalRank(List<String> ranked, Map<String, Integer> grades, int k) {
    for (int i = 0; i < Math.min(k, ranked.size()); i++) {
      if (grades.getOrDefault(ranked.get(i), 0) > 0) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  private static double dcg(List<Integer> gains, int k) {
    double sum = 0;
    for (int i = 0; i < Math.min(k, gains.size()); i++) {
      sum += gains.get(i) * Math.log(2) / Math.log(i + 2.0);
    }
    return sum;
  }
}
