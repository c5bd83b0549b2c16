package org.readingroom.search;

import java.util.List;
import org.readingroom.index.Hit;

/** Says how the scores of two searches are made comparable before they are added. */
public enum Fusion {
  /**
   * Stretches each list's scores to the range from 0 to 1, which keeps how much better one passage fits than
   * the next.
   */
  MIN_MAX {
    @Override
    double[] comparable(List<Hit> found) {
      double[] scores = new double[found.size()];
      for (int i = 0; i < scores.length; i++) {
        double best = found.getFirst().score();
        double worst = found.getLast().score();
        scores[i] = best > worst ? (found.get(i).score() - worst) / (best - worst) : 1;
      }
      return scores;
    }
  },
  /** Looks at the ranks alone, as reciprocal rank fusion does (Cormack et al. 2009); the first counts 1. */
  RRF {
    @Override
    double[] comparable(List<Hit> found) {
      double[] scores = new double[found.size()];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = (RANK + 1) / (RANK + i + 1);
      }
      return scores;
    }
  };

  /** The constant of the published method. */
  private static final double RANK = 60;

  /** Returns the scores of a list, the best first, on a scale that all lists share. */
  abstract double[] comparable(List<Hit> found);
}
