package org.readingroom.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the figures of a reader on a reading set.
 *
 * @param figures {@code found} (the best span holds the answer, over the answerable), {@code right} (found
 *          and answered, or rightly abstained), {@code abstain}, {@code false_abstain} and {@code auc} (answerable against
 *          not)
 * @param byKind {@code right} for each kind of question, and {@code auc} for each that is not answerable, against all
 *          that are; empty where there are no more kinds than these two
 * @param calibration how good the estimates are that there is an answer
 * @param abstaining how well confidence tells right from wrong, whether or not the reader abstained
 * @param configuration the settings that matter to the figures
 */
public record ReadingReport(String set, Map<String, Figure> figures, Map<String, Map<String, Figure>> byKind,
    Calibration calibration, RiskCoverage abstaining, Latency latency, Map<String, String> configuration) {

  static final String FOUND = "found";

  public ReadingReport {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    byKind = Collections.unmodifiableMap(new TreeMap<>(byKind));
    configuration = Collections.unmodifiableMap(new TreeMap<>(configuration));
  }

  /** Lets a reader read every question of a set that has a context, and reports. */
  public static ReadingReport of(ReadingSet set, ContextReader reader, EvaluationOptions options) {
    List<ReadingQuestion> questions = set.questions().stream()
        .filter(question -> !question.contexts().isEmpty()).toList();
    questions.stream().limit(options.warmUp())
        .forEach(question -> reader.read(question, set.contextsOf(question)));
    List<Read> read = new ArrayList<>();
    double[] elapsed = new double[questions.size()];
    for (int i = 0; i < elapsed.length; i++) {
      ReadingQuestion question = questions.get(i);
      long start = System.nanoTime();
      Reading reading = reader.read(question, set.contextsOf(question));
      elapsed[i] = (System.nanoTime() - start) / 1e6;
      read.add(new Read(question, question.isAnsweredBy(reading), reading.answered(), reading.confidence()));
    }
    Bootstrap bootstrap = new Bootstrap(options.resamples(), options.seed());
    List<Confidence> confidences = read.stream().map(Read::sure).toList();
    return new ReadingReport(set.name(), figures(read, bootstrap), byKind(read, bootstrap),
        Calibration.of(confidences), RiskCoverage.of(confidences), Latency.of(elapsed), options.configuration());
  }

  /** A question with what became of it. */
  private record Read(ReadingQuestion question, boolean found, boolean answered, double confidence) {

    boolean answerable() {
      return question.answerable();
    }

    boolean right() {
      return answerable() ? found && answered : !answered;
    }

    Confidence sure() {
      return new Confidence(confidence, answerable(), found);
    }
  }

  private static Map<String, Figure> figures(List<Read> read, Bootstrap bootstrap) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    put(figures, Figures.RIGHT, share(read, each -> true, Read::right, bootstrap));
    put(figures, FOUND, share(read, Read::answerable, Read::found, bootstrap));
    put(figures, Figures.ABSTAIN, share(read, each -> !each.answerable(), each -> !each.answered(), bootstrap));
    put(figures, Figures.FALSE_ABSTAIN, share(read, Read::answerable, each -> !each.answered(), bootstrap));
    put(figures, Figures.AUC, new RocArea(read.stream().map(Read::sure).toList()).figure(bootstrap));
    return figures;
  }

  private static Map<String, Map<String, Figure>> byKind(List<Read> read, Bootstrap bootstrap) {
    Map<String, List<Read>> kinds = read.stream().collect(Collectors.groupingBy(each -> each.question().kind()));
    Map<String, Map<String, Figure>> byKind = new TreeMap<>();
    if (kinds.size() > 2) {
      kinds.forEach((kind, group) -> {
        Map<String, Figure> figures = new LinkedHashMap<>();
        put(figures, Figures.RIGHT, share(group, each -> true, Read::right, bootstrap));
        if (!group.getFirst().answerable()) {
          put(figures, Figures.AUC, new RocArea(Stream.concat(read.stream().filter(Read::answerable), group.stream())
              .map(Read::sure).toList()).figure(bootstrap));
        }
        byKind.put(kind, figures);
      });
    }
    return byKind;
  }

  private static @Nullable Figure share(List<Read> read, Predicate<Read> of, Predicate<Read> which,
      Bootstrap bootstrap) {
    double[] values = read.stream().filter(of).mapToDouble(each -> which.test(each) ? 1 : 0).toArray();
    return values.length == 0 ? null : bootstrap.mean(values);
  }

  private static void put(Map<String, Figure> figures, String name, @Nullable Figure figure) {
    if (figure != null) {
      figures.put(name, figure);
    }
  }

  /** Writes the figures as Markdown tables. */
  public String markdown() {
    StringBuilder out = new StringBuilder("## ").append(set).append("\n\n").append(MarkdownReport.figures(figures));
    if (!byKind.isEmpty()) {
      List<String> names = List.of(Figures.RIGHT, Figures.AUC);
      out.append("\n| kind | n | right | auc |\n|---|---|---|---|\n");
      byKind.forEach((kind, each) -> out.append("| ").append(MarkdownReport.cell(kind)).append(" | ")
          .append(each.values().iterator().next().n()).append(" | ").append(MarkdownReport.cells(each, names))
          .append(" |\n"));
    }
    out.append("\n").append(MarkdownReport.abstaining(abstaining)).append('\n')
        .append(MarkdownReport.curve(abstaining)).append('\n').append(MarkdownReport.calibration(calibration));
    return out.append('\n').append(MarkdownReport.latency(latency)).toString();
  }
}
