package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class FitTests {

  private static GoldQuestion question(int number) {
    return new GoldQuestion("q" + number, number < 10 ? "fact" : "why", List.of("?"), true, Set.of(1),
        List.of(), "", List.of());
  }

  @Test
  void dealsEachTypeOutToAllFolds() {
    List<GoldQuestion> questions = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      questions.add(question(i));
    }
    List<List<GoldQuestion>> folds = Fit.folds(questions, 5, 1950);
    assertThat(folds).hasSize(5).allSatisfy(fold -> {
      assertThat(fold).filteredOn(q -> q.type().equals("fact")).hasSize(2);
      assertThat(fold).hasSizeBetween(3, 4);
    });
    assertThat(folds.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(questions);
    assertThat(Fit.folds(questions, 5, 1950)).isEqualTo(folds);
  }

  @Test
  void writesWhereTheWeightsComeFrom() {
    EvaluationReport report = Fakes.report(
        Fakes.judged("a", "fact", true, true, 0.9, Map.of("right", 1.0, "first", 0.0)),
        Fakes.judged("c", "nonsense", false, false, 0, Map.of("right", 1.0, "abstain", 1.0)));
    FitReport fit = new FitReport(report, report, report, Map.of("ranking.weights.date", "0.500"));
    Map<String, Object> yaml = new Yaml().load(fit.yaml());
    assertThat(yaml).containsEntry("questions_sha256", "questions").containsEntry("folds", 5)
        .containsEntry("settings", Map.of("ranking.weights.date", 0.5));
    assertThat(yaml.get("figures").toString()).contains("cross-validated={right=1.0, first=0.0, abstain=1.0");
    assertThat(fit.table()).contains("cross-validated", "1.00–1.00");
  }
}
