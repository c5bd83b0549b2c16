package org.readingroom.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Says how far estimates that there is an answer are from how often there is one (Guo et al. 2017).
 *
 * @param error the expected calibration error: the mean distance between estimate and share over the bins, each counted
 *        by its questions
 * @param bins the bins that hold a question, from the least estimate
 */
public record Calibration(double error, List<Bin> bins) {

  /** Into how many bins of equal width the estimates fall. */
  static final int BINS = 10;

  /**
   * The questions whose estimates are alike.
   *
   * @param estimate the mean estimate
   * @param answerable the share of the questions that have an answer
   * @param n how many questions
   */
  public record Bin(double estimate, double answerable, int n) {}

  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * Measures estimates.
   *
   * @param all confidences from 0 to 1; at least one
   */
  static Calibration of(List<Confidence> all) {
    double[] estimates = new double[BINS];
    int[] answerable = new int[BINS];
    int[] questions = new int[BINS];
    for (Confidence each : all) {
      int bin = bin(each.confidence());
      estimates[bin] += each.confidence();
      answerable[bin] += each.answerable() ? 1 : 0;
      questions[bin]++;
    }
    List<Bin> bins = new ArrayList<>();
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      int n = questions[bin];
      if (n > 0) {
        bins.add(new Bin(estimates[bin] / n, (double) answerable[bin] / n, n));
        error += Math.abs(estimates[bin] - answerable[bin]) / all.size();
      }
    }
    return new Calibration(error, bins);
  }

  private static int bin(double estimate) {
    if (!(estimate >= 0 && estimate <= 1)) {
      throw new IllegalArgumentException("an estimate is from 0 to 1, not " + estimate);
    }
    return Math.min(BINS - 1, (int) (estimate * BINS));
  }
}
