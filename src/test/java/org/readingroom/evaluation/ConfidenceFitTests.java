package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.search.Ground;

class ConfidenceFitTests {

  private static final int GROUNDS = Ground.values().length;

  /** What is answerable has about half a unit more of the first ground; the second is always the same. */
  private static List<ConfidenceFit.Example> examples() {
    Random random = new Random(5);
    List<ConfidenceFit.Example> examples = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double[] grounds = new double[GROUNDS];
      for (int g = 0; g < GROUNDS; g++) {
        grounds[g] = random.nextDouble();
      }
      boolean answerable = i % 4 != 0;
      grounds[0] += answerable ? 0.5 : 0;
      grounds[1] = 0.7;
      examples.add(new ConfidenceFit.Example(grounds, answerable));
    }
    return examples;
  }

  @Test
  void tellsAnswerableQuestionsFromOthers() {
    ConfidenceFit.Fitted fitted = ConfidenceFit.fit(examples());
    List<Confidence> estimates = examples().stream().map(
        e -> new Confidence(fitted.estimate(e.grounds()), e.answerable(), false)).toList();
    assertThat(RiskCoverage.of(estimates).auc()).isGreaterThan(0.8);
    assertThat(fitted.weights()[0]).isPositive();
    assertThat(fitted.weights()[1]).isZero();
    // As many are expected to be answerable as are.
    assertThat(estimates.stream().mapToDouble(Confidence::confidence).average().orElseThrow())
        .isBetween(0.74, 0.76);
  }

  @Test
  void abstainsFromNoMoreThanItMay() {
    ConfidenceFit.Fitted fitted = ConfidenceFit.fit(examples());
    long below = examples().stream().filter(ConfidenceFit.Example::answerable)
        .filter(e -> fitted.estimate(e.grounds()) < fitted.least()).count();
    assertThat(below).isBetween(1L, (long) (ConfidenceFit.FALSE_ABSTAIN * 150));
  }

  @Test
  void namesEverySetting() {
    assertThat(ConfidenceFit.fit(examples()).settings()).hasSize(GROUNDS + 3).containsKeys("confidence.least",
        "confidence.bias", "confidence.weights.read");
  }
}
