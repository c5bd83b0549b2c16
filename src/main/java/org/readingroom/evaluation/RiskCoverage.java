package org.readingroom.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says how well confidence tells right answers from wrong ones (El-Yaniv and Wiener 2010).
 *
 * @param auc the chance that an answerable question gets more confidence than one that is not; null where
 *          one of the two is missing
 * @param area the mean risk over all coverages; lower is better; null where nothing was answered
 * @param curve the risk at each confidence at which one could stop answering, from the surest
 */
public record RiskCoverage(@Nullable Double auc, @Nullable Double area, List<Point> curve) {

  /**
   * Is what happens if only replies of at least some confidence are given.
   *
   * @param coverage the share of questions answered
   * @param risk the share of wrong answers among them
   * @param threshold the least confidence answered
   */
  public record Point(double coverage, double risk, double threshold) {}

  public RiskCoverage {
    curve = List.copyOf(curve);
  }

  /** Measures a program that would answer everything. */
  public static RiskCoverage of(List<Confidence> all) {
    return of(all, all);
  }

  /**
   * Measures a program that abstains by itself: the curve goes only as far as it answers.
   *
   * @param answered those it answered
   * @param all every question
   */
  static RiskCoverage of(List<Confidence> answered, List<Confidence> all) {
    List<Confidence> sorted = answered.stream()
        .sorted(Comparator.comparingDouble(Confidence::confidence).reversed()).toList();
    List<Point> curve = new ArrayList<>();
    double risks = 0;
    int done = 0;
    int correct = 0;
    while (done < sorted.size()) {
      double threshold = sorted.get(done).confidence();
      int end = done;
      int correctHere = 0;
      while (end < sorted.size() && sorted.get(end).confidence() == threshold) {
        correctHere += sorted.get(end).correct() ? 1 : 0;
        end++;
      }
      // Among equal confidences every order is as likely: take the expected number of right ones.
      for (int n = done + 1; n <= end; n++) {
        risks += 1 - (correct + (double) correctHere * (n - done) / (end - done)) / n;
      }
      done = end;
      correct += correctHere;
      curve.add(new Point((double) done / all.size(), 1 - (double) correct / done, threshold));
    }
    return new RiskCoverage(new RocArea(all).value(), sorted.isEmpty() ? null : risks / sorted.size(), curve);
  }

  /** Returns the first point of the curve at which at least some share of the questions is answered. */
  Optional<Point> atCoverage(double coverage) {
    return curve.stream().filter(point -> point.coverage() >= coverage - 1e-12).findFirst();
  }

  /** Returns the largest share of questions that can be answered with at most some risk, or 0. */
  public double coverageAtRisk(double risk) {
    return curve.stream().filter(point -> point.risk() <= risk + 1e-12).mapToDouble(Point::coverage).max()
        .orElse(0);
  }
}
