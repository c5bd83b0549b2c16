package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerAblationTests {

  private static final EvaluationReport AS_IT_IS = Fakes.report(question("a", 1), question("b", 1),
      question("c", 1));
  private static final AnswerAblation ABLATION = new AnswerAblation(AS_IT_IS,
      List.of(row("no names *", question("a", 0), question("b", 0), question("c", 0)),
          row("no dates", question("a", 0), question("b", 1), question("c", 1))));

  private static JudgedQuestion question(String id, double right) {
    return Fakes.judged(id, "fact", true, true, 0.5, Map.of("right", right));
  }

  private static AnswerAblation.Row row(String name, JudgedQuestion... questions) {
    return new AnswerAblation.Row(name, Map.of("ranking.date", "0"),
        Comparison.of(AS_IT_IS, Fakes.report(questions), 200, 1).differences());
  }

  @Test
  void showsEachConfigurationBesideTheProgramAsItIs() {
    assertThat(ABLATION.markdown()).contains("| as it is | 1.000 |",
        "| no names \\* | 0.000 **-1.000** (-1.000 to -1.000) |", "| no dates | 0.667 -0.333 (",
        "`ranking.date: 0`");
  }

  @Test
  void theTableMarksWhatIsCertain() {
    assertThat(ABLATION.table()).contains("0.000 -1.000*", "0.667 -0.333 ");
  }
}
