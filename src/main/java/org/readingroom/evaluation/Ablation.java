package org.readingroom.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Measures configurations beside the program's own, one after the other in one process. */
public final class Ablation {

  /** Names the configuration that the others are compared with. */
  static final String DEFAULT = "as it is";

  private final Programs programs;
  private final EvaluationOptions options;
  private final Consumer<String> progress;

  /**
   * Prepares.
   *
   * @param progress is told the name of each configuration before it is measured
   */
  public Ablation(Programs programs, EvaluationOptions options, Consumer<String> progress) {
    this.programs = programs;
    this.options = options.warmingUp(0);
    this.progress = progress;
  }

  /**
   * Asks the questions of a set in each configuration.
   *
   * @throws MalformedSetException if the set cannot be read
   */
  public AnswerAblation answers(Path setFolder, Configurations configurations) {
    EvaluationReport before = answers(setFolder, DEFAULT, Map.of());
    List<AnswerAblation.Row> rows = new ArrayList<>();
    configurations.byName().forEach((name, changed) -> {
      EvaluationReport after = answers(setFolder, name, changed);
      rows.add(new AnswerAblation.Row(name, changed,
          Comparison.of(before, after, options.resamples(), options.seed()).differences()));
    });
    return new AnswerAblation(before, rows);
  }

  private EvaluationReport answers(Path setFolder, String name, Map<String, String> changed) {
    progress.accept(name);
    try (Program program = programs.open(changed)) {
      return Evaluator.ofAnswers(program).run(setFolder, options);
    }
  }

  /**
   * Ranks the texts of a set in the form of BEIR in each configuration.
   *
   * @throws MalformedSetException if the set cannot be read
   */
  public RankingAblation rankings(Path setFolder, Configurations configurations) {
    BeirSet set = BeirSet.read(setFolder);
    PublicSets sets = new PublicSets(programs, options);
    Map<String, RankingReport> reports = new LinkedHashMap<>();
    progress.accept(DEFAULT);
    reports.put(DEFAULT, sets.rank(set, Map.of()));
    configurations.byName().forEach((name, changed) -> {
      progress.accept(name);
      reports.put(name, sets.rank(set, changed));
    });
    return new RankingAblation(reports);
  }
}
