package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTests {

  private static final EvaluationReport BEFORE = Fakes.report(question("a", 0, 0.5), question("b", 0, 0.5),
      question("c", 1, 0.5), question("d", 1, 0.5));
  private static final EvaluationReport AFTER = Fakes.report(question("a", 1, 0.5), question("b", 1, 0.5),
      question("c", 0, 0.5), question("d", 1, 0.5));

  private static JudgedQuestion question(String id, double right, double precision) {
    return Fakes.judged(id, "fact", true, true, 0.5, Map.of("right", right, "precision", precision));
  }

  @Test
  void comparesQuestionByQuestion() {
    Comparison comparison = Comparison.of(BEFORE, AFTER, 2_000, 1);
    Comparison.Difference right = comparison.differences().getFirst();
    assertThat(right.figure()).isEqualTo("right");
    assertThat(right.before()).isEqualTo(0.5);
    assertThat(right.after()).isEqualTo(0.75);
    assertThat(right.difference().value()).isEqualTo(0.25);
    assertThat(right.difference().low()).isNegative();
    assertThat(right.better()).isEqualTo(2);
    assertThat(right.worse()).isOne();
    // Of the signs of +1 +1 -1 every sum is at least 1 from 0.
    assertThat(right.pValue()).isOne();
  }

  @Test
  void listsTheQuestionsJudgedDifferentlyWithThoseJudgmentsAlone() {
    Comparison comparison = Comparison.of(BEFORE, AFTER, 100, 1);
    assertThat(comparison.changed()).extracting(Comparison.Changed::id).containsExactly("a", "b", "c");
    assertThat(comparison.changed().getFirst().before()).isEqualTo(Map.of("right", 0.0));
    assertThat(comparison.changed().getFirst().after()).isEqualTo(Map.of("right", 1.0));
    assertThat(comparison.markdown()).contains("| right | 0.500 | 0.750 | +0.250 |", "right 1 → 0");
    assertThat(comparison.table()).contains("right", "+0.250", "Questions judged differently: 3.")
        .contains("a (fact) What of <b>lead</b> & tin | zinc? right 0 → 1");
  }

  @Test
  void theSameRunTwiceShowsNoDifference() {
    Comparison comparison = Comparison.of(BEFORE, BEFORE, 100, 1);
    assertThat(comparison.changed()).isEmpty();
    assertThat(comparison.differences()).allMatch(d -> d.pValue() == 1 && d.difference().high() == 0);
  }

  @Test
  void refusesRunsOverOtherQuestions() {
    assertThatThrownBy(() -> Comparison.of(BEFORE, Fakes.report(question("a", 1, 1)), 100, 1))
        .hasMessage("The two reports do not hold the same questions.");
    EvaluationReport other = EvaluationReport.of(
        new Provenance("x", "corpus", "else", "", "m", Map.of(), Instant.EPOCH, "25", 2),
        List.of(question("a", 1, 1)), new Bootstrap(10, 1));
    assertThatThrownBy(() -> Comparison.of(BEFORE, other, 100, 1))
        .hasMessage("The two reports are of different question sets.");
  }
}
