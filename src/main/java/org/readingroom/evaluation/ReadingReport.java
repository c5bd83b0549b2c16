package org.readingroom.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the figures of a reader on a reading set.
 *
 * @param figures of a reading set {@code found} (the best span holds the answer, over the answerable), {@code right} (found
 *          and answered, or rightly abstained), {@code abstain} and {@code false_abstain}; of texts
 *        to quote from {@code f1}, {@code word_precision} and {@code word_recall} in place of the first two
 * @param abstaining how well confidence tells right from wrong, whether or not the reader abstained
 * @param configuration the settings that matter to the figures
 */
public record ReadingReport(String set, Map<String, Figure> figures, RiskCoverage abstaining,
    Latency latency, Map<String, String> configuration) {

  static final String FOUND = "found";

  public ReadingReport {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    configuration = Collections.unmodifiableMap(new TreeMap<>(configuration));
  }

  /** Lets a reader read every question of a set that has a context, and reports. */
  public static ReadingReport of(ReadingSet set, ContextReader reader, EvaluationOptions options) {
    List<ReadingQuestion> questions = set.questions().stream()
        .filter(question -> !question.contexts().isEmpty()).toList();
    questions.stream().limit(options.warmUp())
        .forEach(question -> reader.read(question, set.contextsOf(question)));
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (String name : List.of(Figures.RIGHT, FOUND, Figures.ABSTAIN, Figures.FALSE_ABSTAIN)) {
      values.put(name, new ArrayList<>());
    }
    List<Confidence> confidences = new ArrayList<>();
    double[] elapsed = new double[questions.size()];
    for (int i = 0; i < elapsed.length; i++) {
      ReadingQuestion question = questions.get(i);
      long start = System.nanoTime();
      Reading reading = reader.read(question, set.contextsOf(question));
      elapsed[i] = (System.nanoTime() - start) / 1e6;
      boolean found = question.isAnsweredBy(reading);
      confidences.add(new Confidence(reading.confidence(), question.answerable(), found));
      if (question.answerable()) {
        put(values, FOUND, found);
        put(values, Figures.FALSE_ABSTAIN, !reading.answered());
      } else {
        put(values, Figures.ABSTAIN, !reading.answered());
      }
      put(values, Figures.RIGHT, question.answerable() ? found && reading.answered() : !reading.answered());
    }
    Bootstrap bootstrap = new Bootstrap(options.resamples(), options.seed());
    Map<String, Figure> figures = new LinkedHashMap<>();
    values.forEach((name, each) -> {
      if (!each.isEmpty()) {
        figures.put(name, bootstrap.mean(each.stream().mapToDouble(Double::doubleValue).toArray()));
      }
    });
    return new ReadingReport(set.name(), figures, RiskCoverage.of(confidences), Latency.of(elapsed),
        options.configuration());
  }

  private static void put(Map<String, List<Double>> values, String name, boolean yes) {
    values.getOrDefault(name, new ArrayList<>()).add(yes ? 1.0 : 0.0);
  }

  /** Writes the figures as a Markdown table. */
  public String markdown() {
    StringBuilder out = new StringBuilder("## ").append(set)
        .append("\n\n| figure | value | 95 % interval | over |\n|---|---|---|---|\n");
    figures.forEach((name, figure) -> out.append(String.format(Locale.ROOT,
        "| %s | %.3f | %.3f to %.3f | %d |\n", name, figure.value(), figure.low(), figure.high(),
        figure.n())));
    out.append("\n").append(MarkdownReport.abstaining(abstaining));
    return out.append(String.format(Locale.ROOT, "\nLatency: median %.0f ms, 95 %% under %.0f ms.\n",
        latency.p50Ms(), latency.p95Ms())).toString();
  }
}
