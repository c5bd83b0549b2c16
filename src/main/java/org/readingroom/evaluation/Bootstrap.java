package org.readingroom.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Gives means their confidence intervals by the percentile bootstrap (Efron and Tibshirani 1993, chapter
 * 13): the same seed and values give the same interval.
 */
final class Bootstrap {

  private final int resamples;
  private final long seed;

  Bootstrap(int resamples, long seed) {
    if (resamples < 1) {
      throw new IllegalArgumentException("a bootstrap takes at least one sample, not " + resamples);
    }
    this.resamples = resamples;
    this.seed = seed;
  }

  Figure mean(double[] values) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return mean(values, ones);
  }

  /**
   * Returns the weighted mean, sampling values with their weights.
   *
   * @param weights how much each value counts, above 0
   */
  Figure mean(double[] values, double[] weights) {
    if (values.length == 0 || values.length != weights.length) {
      throw new IllegalArgumentException(values.length + " values, " + weights.length + " weights");
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[resamples];
    for (int r = 0; r < resamples; r++) {
      double sum = 0;
      double weight = 0;
      for (int i = 0; i < values.length; i++) {
        int drawn = random.nextInt(values.length);
        sum += values[drawn] * weights[drawn];
        weight += weights[drawn];
      }
      means[r] = sum / weight;
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * weights[i];
    }
    double weight = Arrays.stream(weights).sum();
    return new Figure(sum / weight, percentile(means, 0.025), percentile(means, 0.975),
        (int) Math.round(weight));
  }

  /**
   * Returns a statistic that is not a mean, sampling the things that it is of.
   *
   * @param things how many there are
   * @param statistic takes how often each of them counts; samples for which it is not a number are left out
   */
  Figure of(int things, ToDoubleFunction<int[]> statistic) {
    SplittableRandom random = new SplittableRandom(seed);
    DoubleStream.Builder values = DoubleStream.builder();
    int[] counts = new int[things];
    for (int r = 0; r < resamples; r++) {
      Arrays.fill(counts, 0);
      for (int i = 0; i < things; i++) {
        counts[random.nextInt(things)]++;
      }
      values.add(statistic.applyAsDouble(counts));
    }
    double[] defined = values.build().filter(value -> !Double.isNaN(value)).toArray();
    Arrays.fill(counts, 1);
    double value = statistic.applyAsDouble(counts);
    return new Figure(value, percentile(defined, 0.025), percentile(defined, 0.975), things);
  }

  /**
   * Returns the two-sided p-value of a paired randomisation test: how often differences with random signs
   * have a mean as far from 0 (Smucker, Allan and Carterette 2007).
   */
  double randomisationTest(double[] differences) {
    double observed = Math.abs(Arrays.stream(differences).sum());
    SplittableRandom random = new SplittableRandom(seed);
    int asFar = 0;
    for (int r = 0; r < resamples; r++) {
      double sum = 0;
      for (double difference : differences) {
        sum += random.nextBoolean() ? difference : -difference;
      }
      if (Math.abs(sum) >= observed - 1e-9) {
        asFar++;
      }
    }
    return (asFar + 1.0) / (resamples + 1.0);
  }

  /** Returns a quantile, between the two nearest values where it falls between them. */
  static double percentile(double[] values, double quantile) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = quantile * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
