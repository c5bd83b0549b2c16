package org.readingroom.evaluation;

import java.util.Map;

/**
 * Says how to run an evaluation.
 *
 * @param warmUp how many questions are asked first without being judged or timed
 * @param sample of how many questions of a set an answer is judged, drawn by the seed; all where it has no more
 * @param resamples how many samples the confidence intervals are computed from
 * @param seed makes the samples the same each time
 * @param prompts every prompt in use by its name; a report records their hash
 * @param configuration the settings that matter to the figures, for the report
 */
public record EvaluationOptions(int warmUp, int sample, int resamples, long seed, Map<String, String> prompts,
    Map<String, String> configuration) {

  /** Warms up with every question of a set of up to 500 and draws 5,000 samples. */
  public static final EvaluationOptions DEFAULTS = new EvaluationOptions(500, Integer.MAX_VALUE, 5_000, 1950,
      Map.of(),
      Map.of());

  /** The same for models that take long and do not get faster: none is asked twice. */
  public static final EvaluationOptions UNWARMED = new EvaluationOptions(0, Integer.MAX_VALUE, 5_000, 1950,
      Map.of(),
      Map.of());

  public EvaluationOptions {
    if (warmUp < 0 || sample < 1 || resamples < 1) {
      throw new IllegalArgumentException(
          "warm-up " + warmUp + ", sample " + sample + ", resamples " + resamples);
    }
    prompts = Map.copyOf(prompts);
    configuration = Map.copyOf(configuration);
  }

  /** Returns the same with so many questions asked first. */
  public EvaluationOptions warmingUp(int questions) {
    return new EvaluationOptions(questions, sample, resamples, seed, prompts, configuration);
  }

  /** Returns the same for so many questions of a set. */
  public EvaluationOptions sampling(int questions) {
    return new EvaluationOptions(warmUp, questions, resamples, seed, prompts, configuration);
  }

  /** Returns the same with what a report should record of the program. */
  public EvaluationOptions recording(Map<String, String> prompts, Map<String, String> configuration) {
    return new EvaluationOptions(warmUp, sample, resamples, seed, prompts, configuration);
  }
}
