package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.search.Signal;

class RankingFitTests {

  private static final int SIGNALS = Signal.values().length;

  /** The right one of five candidates has the most of signal 0 and the least of signal 1; the rest is noise. */
  private static List<RankingFit.Example> examples(int count, long seed) {
    Random random = new Random(seed);
    List<RankingFit.Example> examples = new ArrayList<>();
    for (int e = 0; e < count; e++) {
      double[][] signals = new double[5][SIGNALS];
      boolean[] right = new boolean[5];
      double most = -9;
      int best = 0;
      for (int i = 0; i < 5; i++) {
        for (int s = 0; s < SIGNALS; s++) {
          signals[i][s] = random.nextDouble();
        }
        double worth = signals[i][0] - signals[i][1];
        best = worth > most ? i : best;
        most = Math.max(most, worth);
      }
      right[best] = true;
      examples.add(new RankingFit.Example(signals, right));
    }
    return examples;
  }

  @Test
  void findsWhatMakesACandidateRight() {
    double[] weights = RankingFit.fit(examples(100, 1));
    assertThat(weights[0]).isPositive();
    assertThat(weights[1]).isNegative();
    for (int s = 2; s < SIGNALS; s++) {
      assertThat(Math.abs(weights[s])).isLessThan(weights[0] / 3);
    }
    assertThat(RankingFit.expected(examples(100, 2), weights)).isGreaterThan(0.8);
    assertThat(RankingFit.expected(examples(100, 2), new double[SIGNALS])).isEqualTo(0.2, within(1e-9));
  }

  @Test
  void takesQuestionsWithoutCandidatesOrRightOnes() {
    RankingFit.Example none = new RankingFit.Example(new double[0][], new boolean[0]);
    RankingFit.Example wrong = new RankingFit.Example(new double[3][SIGNALS], new boolean[3]);
    assertThat(RankingFit.fit(List.of(none, wrong))).containsOnly(0);
    assertThat(RankingFit.expected(List.of(none, wrong), new double[SIGNALS])).isZero();
  }

  @Test
  void keepsTheScaleOfTheWeightsInUse() {
    double[] weights = new double[SIGNALS];
    weights[0] = 30;
    weights[1] = -40;
    Map<String, String> settings = RankingFit.settings(weights,
        Map.of("ranking.weights.read", "4.0", "ranking.weights.found", "3"));
    assertThat(settings).hasSize(SIGNALS).containsEntry("ranking.weights.read", "3.000")
        .containsEntry("ranking.weights.found", "-4.000");
  }
}
