package org.readingroom.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.readingroom.search.Ground;
import org.readingroom.search.Retrieval;

/**
 * Fits how likely an answer is by logistic regression on the grounds, with a penalty on the squares of the
 * weights of the standardised grounds.
 */
final class ConfidenceFit {

  /** The share of answerable questions that may be abstained from. */
  static final double FALSE_ABSTAIN = 0.03;
  static final double PENALTY = 0.01;

  private static final int STEPS = 1_000;
  private static final String PREFIX = "confidence.";

  private ConfidenceFit() {}

  /** Holds the value of each {@link Ground} for one question. */
  record Example(double[] grounds, boolean answerable) {

    static Example of(GoldQuestion question, Retrieval retrieval) {
      double[] grounds = new double[Ground.values().length];
      retrieval.grounds().forEach((ground, value) -> grounds[ground.ordinal()] = value);
      return new Example(grounds, question.answerable());
    }
  }

  /**
   * Holds a fit.
   *
   * @param weights what each {@link Ground} adds to the logarithm of the odds
   * @param least the estimate below which at most {@link #FALSE_ABSTAIN} of the answerable examples lie
   */
  record Fitted(double bias, double[] weights, double least) {

    double estimate(double[] grounds) {
      double odds = bias;
      for (int g = 0; g < weights.length; g++) {
        odds += weights[g] * grounds[g];
      }
      return 1 / (1 + Math.exp(-odds));
    }

    Map<String, String> settings() {
      Map<String, String> settings = new LinkedHashMap<>();
      settings.put(PREFIX + "least", String.format(Locale.ROOT, "%.4f", least));
      settings.put(PREFIX + "sure", String.format(Locale.ROOT, "%.4f", least));
      settings.put(PREFIX + "bias", String.format(Locale.ROOT, "%.4f", bias));
      for (Ground ground : Ground.values()) {
        settings.put(PREFIX + "weights." + ground.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            String.format(Locale.ROOT, "%.4f", weights[ground.ordinal()]));
      }
      return settings;
    }
  }

  static Fitted fit(List<Example> examples) {
    int grounds = Ground.values().length;
    double[] means = new double[grounds];
    double[] deviations = new double[grounds];
    for (int g = 0; g < grounds; g++) {
      int ground = g;
      means[g] = examples.stream().mapToDouble(e -> e.grounds()[ground]).average().orElse(0);
      double mean = means[g];
      double variance = examples.stream().mapToDouble(e -> Math.pow(e.grounds()[ground] - mean, 2)).average()
          .orElse(0);
      deviations[g] = variance > 1e-12 ? Math.sqrt(variance) : 1;
    }
    double[] at = GradientAscent.climb(grounds + 1, STEPS, weights -> {
      double[] gradient = new double[weights.length];
      for (Example example : examples) {
        double odds = weights[grounds];
        for (int g = 0; g < grounds; g++) {
          odds += weights[g] * (example.grounds()[g] - means[g]) / deviations[g];
        }
        double error = (example.answerable() ? 1 : 0) - 1 / (1 + Math.exp(-odds));
        for (int g = 0; g < grounds; g++) {
          gradient[g] += error * (example.grounds()[g] - means[g]) / deviations[g];
        }
        gradient[grounds] += error;
      }
      for (int g = 0; g <= grounds; g++) {
        gradient[g] = gradient[g] / Math.max(1, examples.size())
            - (g < grounds ? 2 * PENALTY * weights[g] : 0);
      }
      return gradient;
    });
    double bias = at[grounds];
    double[] weights = new double[grounds];
    for (int g = 0; g < grounds; g++) {
      weights[g] = at[g] / deviations[g];
      bias -= weights[g] * means[g];
    }
    Fitted fitted = new Fitted(bias, weights, 0);
    return new Fitted(bias, weights, least(examples, fitted));
  }

  private static double least(List<Example> examples, Fitted fitted) {
    double[] estimates = examples.stream().filter(Example::answerable)
        .mapToDouble(example -> fitted.estimate(example.grounds())).sorted().toArray();
    int allowed = (int) (FALSE_ABSTAIN * estimates.length);
    // Rounded down, so that what is written out does not abstain from one more.
    return estimates.length == 0 ? 0 : Math.floor(estimates[allowed] * 1e4) / 1e4;
  }
}
