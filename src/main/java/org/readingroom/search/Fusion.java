package org.readingroom.search;

import org.apache.lucene.search.TopDocs;

/** Says how the scores of two searches are made comparable before they are added. */
public enum Fusion {
  /**
   * Stretches each list's scores to the range from 0 to 1, which keeps how much better one passage fits than
   * the next.
   */
  MIN_MAX {
    @Override
    double[] comparable(TopDocs found) {
      double[] scores = new double[found.scoreDocs.length];
      for (int i = 0; i < scores.length; i++) {
        double best = found.scoreDocs[0].score;
        double worst = found.scoreDocs[scores.length - 1].score;
        scores[i] = best > worst ? (found.scoreDocs[i].score - worst) / (best - worst) : 1;
      }
      return scores;
    }
  },
  /** Looks at the ranks alone, as reciprocal rank fusion does (Cormack et al. 2009); the first counts 1. */
  RRF {
    @Override
    double[] comparable(TopDocs found) {
      double[] scores = new double[found.scoreDocs.length];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = (RANK + 1) / (RANK + i + 1);
      }
      return scores;
    }
  };

  /** The constant of the published method. */
  private static final double RANK = 60;

  /** Returns the scores of a list, the best first, on a scale that all lists share. */
  abstract double[] comparable(TopDocs found);
}
