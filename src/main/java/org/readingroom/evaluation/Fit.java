package org.readingroom.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.readingroom.search.Filters;

/** Fits the weights of ranking and confidence on a question set, and says by cross-validation what that is worth. */
public final class Fit {

  static final int FOLDS = 5;

  private final Programs programs;
  private final EvaluationOptions options;
  private final Consumer<String> progress;

  /**
   * Prepares.
   *
   * @param progress is told what is done next
   */
  public Fit(Programs programs, EvaluationOptions options, Consumer<String> progress) {
    this.programs = programs;
    this.options = options.warmingUp(0);
    this.progress = progress;
  }

  /**
   * Fits on all questions, and for each fold on the questions of the others.
   *
   * @throws MalformedSetException if the set cannot be read or has too few questions
   */
  public FitReport run(Path setFolder) {
    QuestionSet set = QuestionSet.read(setFolder);
    List<List<GoldQuestion>> folds = folds(set.questions(), FOLDS, options.seed());
    if (folds.stream().anyMatch(List::isEmpty)) {
      throw new MalformedSetException("The set " + set.name() + " has too few questions for " + FOLDS
          + " folds.");
    }
    progress.accept("the program as it is");
    Map<String, RankingFit.Example> examples = new LinkedHashMap<>();
    EvaluationReport before;
    try (Program program = programs.open()) {
      for (GoldQuestion question : set.questions()) {
        if (question.answerable()) {
          program.askAll(question.turns(), Filters.NONE).retrieval()
              .ifPresent(found -> examples.put(question.id(), RankingFit.Example.of(question, found)));
        }
      }
      before = Evaluator.ofAnswers(program).run(set, options, EvaluationProgress.SILENT);
    }
    List<JudgedQuestion> heldOut = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      progress.accept("fold " + (fold + 1) + " of " + FOLDS);
      int held = fold;
      List<GoldQuestion> others = IntStream.range(0, FOLDS).filter(f -> f != held)
          .mapToObj(folds::get).flatMap(List::stream).toList();
      heldOut.addAll(measured(set, folds.get(fold), fitted(others, examples)).questions());
    }
    progress.accept("all questions");
    Map<String, String> settings = fitted(set.questions(), examples);
    EvaluationReport fitted = measured(set, set.questions(), settings);
    EvaluationReport crossValidated = EvaluationReport.of(before.provenance(), heldOut,
        new Bootstrap(options.resamples(), options.seed()));
    return new FitReport(before, fitted, crossValidated, settings);
  }

  /** Fits the ranking first, for the grounds are those of the candidates that it puts first. */
  private Map<String, String> fitted(List<GoldQuestion> questions, Map<String, RankingFit.Example> examples) {
    double[] weights = RankingFit.fit(examples.entrySet().stream()
        .filter(e -> questions.stream().anyMatch(q -> q.id().equals(e.getKey()))).map(Map.Entry::getValue)
        .toList());
    Map<String, String> settings = new LinkedHashMap<>(RankingFit.settings(weights, programs.settings()));
    List<ConfidenceFit.Example> grounds = new ArrayList<>();
    try (Program program = programs.open(settings)) {
      for (GoldQuestion question : questions) {
        program.askAll(question.turns(), Filters.NONE).retrieval()
            .ifPresent(found -> grounds.add(ConfidenceFit.Example.of(question, found)));
      }
    }
    settings.putAll(ConfidenceFit.fit(grounds).settings());
    return settings;
  }

  private EvaluationReport measured(QuestionSet set, List<GoldQuestion> questions,
      Map<String, String> settings) {
    try (Program program = programs.open(settings)) {
      return Evaluator.ofAnswers(program).run(new QuestionSet(set.name(), set.sha256(), questions), options,
          EvaluationProgress.SILENT);
    }
  }

  /** Deals questions out by their types, so that each fold has its share of every type. */
  static List<List<GoldQuestion>> folds(List<GoldQuestion> questions, int count, long seed) {
    List<GoldQuestion> shuffled = new ArrayList<>(questions);
    Collections.shuffle(shuffled, new Random(seed));
    Map<String, List<GoldQuestion>> byType = new LinkedHashMap<>();
    shuffled.forEach(q -> byType.computeIfAbsent(q.type(), type -> new ArrayList<>()).add(q));
    List<List<GoldQuestion>> folds = new ArrayList<>();
    IntStream.range(0, count).forEach(fold -> folds.add(new ArrayList<>()));
    int next = 0;
    for (List<GoldQuestion> ofType : byType.values()) {
      for (GoldQuestion question : ofType) {
        folds.get(next++ % count).add(question);
      }
    }
    return folds;
  }
}
