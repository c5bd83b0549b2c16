package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RiskCoverageTests {

  private static final List<Confidence> FIVE = List.of(new Confidence(0.9, true, true),
      new Confidence(0.8, false, false),
      new Confidence(0.7, true, true), new Confidence(0.7, true, false), new Confidence(0.1, false, false));

  @Test
  void aucCountsPairsAndTiesForAHalf() {
    // Answerable .9 .7 .7 against .8 .1: 2 + 1 + 1 of 6 pairs.
    assertThat(RiskCoverage.of(FIVE).auc()).isCloseTo(4 / 6.0, within(1e-12));
    assertThat(
        RiskCoverage.of(List.of(new Confidence(0.5, true, true), new Confidence(0.5, false, false))).auc())
        .isEqualTo(0.5);
    assertThat(RiskCoverage.of(List.of(new Confidence(0.5, true, true))).auc()).isNull();
  }

  @Test
  void theCurveHasAPointForEachConfidence() {
    List<RiskCoverage.Point> curve = RiskCoverage.of(FIVE).curve();
    assertThat(curve).extracting(RiskCoverage.Point::coverage).containsExactly(0.2, 0.4, 0.8, 1.0);
    assertThat(curve).extracting(RiskCoverage.Point::risk).containsExactly(0.0, 0.5, 0.5, 0.6);
  }

  @Test
  void theAreaIsTheMeanRiskOfAllCoverages() {
    // Risks 0, 1/2, then of the tie 1 - 1.5/3, 1 - 2/4, and 3/5.
    assertThat(RiskCoverage.of(FIVE).area()).isCloseTo((0 + 0.5 + 0.5 + 0.5 + 0.6) / 5, within(1e-12));
  }

  @Test
  void coverageAtRiskIsTheMostThatCanBeAnswered() {
    assertThat(RiskCoverage.of(FIVE).coverageAtRisk(0.5)).isEqualTo(0.8);
    assertThat(RiskCoverage.of(FIVE).coverageAtRisk(0.1)).isEqualTo(0.2);
    assertThat(RiskCoverage.of(FIVE.subList(1, 2)).coverageAtRisk(0.1)).isZero();
  }

  @Test
  void whatWasNotAnsweredCountsForTheCoverage() {
    RiskCoverage measured = RiskCoverage.of(FIVE.subList(0, 1), FIVE);
    assertThat(measured.curve()).containsExactly(new RiskCoverage.Point(0.2, 0, 0.9));
    assertThat(RiskCoverage.of(List.of(), FIVE).area()).isNull();
  }

  @Test
  void noAnswerIsCorrectWhereThereIsNone() {
    assertThatThrownBy(() -> new Confidence(1, false, true)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 100)
  void theOrderOfTheQuestionsDoesNotMatter(@ForAll Random random) {
    List<Confidence> shuffled = new ArrayList<>(FIVE);
    Collections.shuffle(shuffled, random);
    assertThat(RiskCoverage.of(shuffled)).isEqualTo(RiskCoverage.of(FIVE));
  }
}
