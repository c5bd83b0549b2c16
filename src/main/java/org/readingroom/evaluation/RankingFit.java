package org.readingroom.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.readingroom.search.Candidate;
import org.readingroom.search.Retrieval;
import org.readingroom.search.Signal;

/**
 * Fits what each signal adds to a candidate's score.
 *
 * <p>
 * What is maximised is the expected share of questions whose first quotation is right, if a candidate is drawn
 * with a probability by the softmax of its score, less a penalty on the squares of the weights.
 */
final class RankingFit {

  static final double PENALTY = 1e-4;

  private static final int STEPS = 400;
  private static final String PREFIX = "ranking.weights.";

  private RankingFit() {}

  /**
   * Holds the candidates of one question.
   *
   * @param signals the value of each {@link Signal} by candidate
   * @param right whether a candidate alone is a right answer
   */
  record Example(double[][] signals, boolean[] right) {

    static Example of(GoldQuestion question, Retrieval retrieval) {
      List<Candidate> candidates = retrieval.candidates();
      double[][] signals = new double[candidates.size()][Signal.values().length];
      boolean[] right = new boolean[candidates.size()];
      for (int i = 0; i < right.length; i++) {
        Candidate candidate = candidates.get(i);
        for (Signal signal : Signal.values()) {
          signals[i][signal.ordinal()] = candidate.signals().get(signal);
        }
        right[i] = Judge.isRightAlone(question, candidate.document().number(), candidate.text());
      }
      return new Example(signals, right);
    }

    /** Returns the expected share and adds its gradient to another. */
    private double add(double[] weights, double[] gradient) {
      double[] chances = new double[signals.length];
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < chances.length; i++) {
        for (int s = 0; s < weights.length; s++) {
          chances[i] += weights[s] * signals[i][s];
        }
        most = Math.max(most, chances[i]);
      }
      double total = 0;
      double expected = 0;
      for (int i = 0; i < chances.length; i++) {
        chances[i] = Math.exp(chances[i] - most);
        total += chances[i];
        expected += right[i] ? chances[i] : 0;
      }
      expected = total > 0 ? expected / total : 0;
      for (int i = 0; i < chances.length; i++) {
        double slope = chances[i] / total * ((right[i] ? 1 : 0) - expected);
        for (int s = 0; s < weights.length; s++) {
          gradient[s] += slope * signals[i][s];
        }
      }
      return expected;
    }
  }

  /** Returns the weight of each {@link Signal}. */
  static double[] fit(List<Example> examples) {
    return GradientAscent.climb(Signal.values().length, STEPS, weights -> {
      double[] gradient = new double[weights.length];
      examples.forEach(example -> example.add(weights, gradient));
      for (int s = 0; s < gradient.length; s++) {
        gradient[s] = gradient[s] / Math.max(1, examples.size()) - 2 * PENALTY * weights[s];
      }
      return gradient;
    });
  }

  /** Returns the expected share of questions whose first quotation is right. */
  static double expected(List<Example> examples, double[] weights) {
    return examples.stream().mapToDouble(example -> example.add(weights, new double[weights.length]))
        .average().orElse(0);
  }

  /**
   * Returns weights as settings, scaled so that their squares add up to those of the settings in use: margins
   * between scores then keep their meaning.
   */
  static Map<String, String> settings(double[] weights, Map<String, String> inUse) {
    double squares = 0;
    for (Signal signal : Signal.values()) {
      squares += Math.pow(Double.parseDouble(inUse.getOrDefault(name(signal), "0")), 2);
    }
    double own = 0;
    for (double weight : weights) {
      own += weight * weight;
    }
    double scale = own > 0 && squares > 0 ? Math.sqrt(squares / own) : 1;
    Map<String, String> settings = new LinkedHashMap<>();
    for (Signal signal : Signal.values()) {
      settings.put(name(signal), String.format(Locale.ROOT, "%.3f", weights[signal.ordinal()] * scale));
    }
    return settings;
  }

  private static String name(Signal signal) {
    return PREFIX + signal.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
