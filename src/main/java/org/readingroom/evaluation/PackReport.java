package org.readingroom.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds the figures of a reader on a set of packs.
 *
 * @param abstaining how well the best score tells right from wrong, whether or not the program would answer
 * @param recall for all questions and for each style, how often search finds an answer in the collection that comes with
 *        the program, by figure such as {@code recall@16}; empty where no pack is from it
 * @param latency how long reading the passages of a question took
 * @param configuration the settings that matter to the figures
 */
public record PackReport(String set, PackFigures all, Map<String, PackFigures> byStyle,
    Map<String, PackFigures> byCorpus, RiskCoverage abstaining, Map<String, Map<String, Figure>> recall,
    Latency latency, Map<String, String> configuration, List<PackAnswer> questions) {

  private static final String ALL = "all";

  public PackReport {
    byStyle = Collections.unmodifiableMap(new TreeMap<>(byStyle));
    byCorpus = Collections.unmodifiableMap(new TreeMap<>(byCorpus));
    recall = Collections.unmodifiableMap(new LinkedHashMap<>(recall));
    configuration = Collections.unmodifiableMap(new TreeMap<>(configuration));
    questions = List.copyOf(questions);
  }

  /** Lets a reader read every question of a set, and reports. */
  static PackReport of(PackSet set, PackReader reader, PackRecall search, EvaluationOptions options) {
    set.questions().stream().limit(options.warmUp()).forEach(reader::read);
    List<PackAnswer> answers = new ArrayList<>();
    double[] elapsed = new double[set.questions().size()];
    for (int i = 0; i < elapsed.length; i++) {
      long start = System.nanoTime();
      answers.add(reader.read(set.questions().get(i)));
      elapsed[i] = (System.nanoTime() - start) / 1e6;
    }
    Bootstrap bootstrap = new Bootstrap(options.resamples(), options.seed());
    return new PackReport(set.name(), PackFigures.of(answers, bootstrap),
        grouped(answers, PackAnswer::style, bootstrap), grouped(answers, PackAnswer::corpus, bootstrap),
        RiskCoverage.of(answers.stream().map(PackAnswer::byScore).toList()), recall(set, search, bootstrap),
        Latency.of(elapsed), options.configuration(), answers);
  }

  private static Map<String, PackFigures> grouped(List<PackAnswer> answers, Function<PackAnswer, String> by,
      Bootstrap bootstrap) {
    Map<String, PackFigures> figures = new TreeMap<>();
    answers.stream().collect(Collectors.groupingBy(by))
        .forEach((name, group) -> figures.put(name, PackFigures.of(group, bootstrap)));
    return figures;
  }

  private static Map<String, Map<String, Figure>> recall(PackSet set, PackRecall search, Bootstrap bootstrap) {
    Map<String, List<Integer>> depths = new TreeMap<>();
    for (PackQuestion question : set.questions()) {
      Optional<Integer> depth = search.depth(question);
      depth.ifPresent(d -> depths.computeIfAbsent(question.style(), style -> new ArrayList<>()).add(d));
    }
    Map<String, Map<String, Figure>> recall = new LinkedHashMap<>();
    if (!depths.isEmpty()) {
      recall.put(ALL, recall(depths.values().stream().flatMap(List::stream).toList(), bootstrap));
      depths.forEach((style, each) -> recall.put(style, recall(each, bootstrap)));
    }
    return recall;
  }

  private static Map<String, Figure> recall(List<Integer> depths, Bootstrap bootstrap) {
    Map<String, Figure> recall = new LinkedHashMap<>();
    PackRecall.DEPTHS.forEach(k -> recall.put(Figures.recall(k),
        bootstrap.mean(depths.stream().mapToDouble(depth -> depth <= k ? 1 : 0).toArray())));
    return recall;
  }

  /** Writes the figures as Markdown tables. */
  public String markdown() {
    StringBuilder out = new StringBuilder("## ").append(set).append(" (").append(all.questions())
        .append(" questions)\n\n").append(MarkdownReport.figures(all.figures()));
    out.append("\n").append(MarkdownReport.calibration(all.calibration()));
    out.append("\n### By style\n\n").append(table("style", byStyle));
    out.append("\n### By corpus\n\n").append(table("corpus", byCorpus));
    if (!recall.isEmpty()) {
      out.append("\n### An answer among the first passages found in the whole collection\n\n")
          .append(recallTable());
    }
    out.append("\n### Abstaining\n\n").append(MarkdownReport.abstaining(abstaining)).append('\n')
        .append(MarkdownReport.curve(abstaining));
    return out.append("\n").append(MarkdownReport.latency(latency)).toString();
  }

  private static String table(String by, Map<String, PackFigures> groups) {
    List<String> names = List.of(PackFigures.HIT, PackFigures.MRR, Figures.AUC);
    StringBuilder out = new StringBuilder("| ").append(by).append(" | n | ").append(String.join(" | ", names))
        .append(" | calibration error |\n|---|---|").append("---|".repeat(names.size() + 1)).append('\n');
    groups.forEach((name, group) -> out.append("| ").append(MarkdownReport.cell(name)).append(" | ")
        .append(group.questions()).append(" | ").append(MarkdownReport.cells(group.figures(), names))
        .append(String.format(Locale.ROOT, " | %.3f |\n", group.calibration().error())));
    return out.toString();
  }

  private String recallTable() {
    List<String> names = PackRecall.DEPTHS.stream().map(Figures::recall).toList();
    StringBuilder out = new StringBuilder("| style | n | ").append(String.join(" | ", names))
        .append(" |\n|---|---|").append("---|".repeat(names.size())).append('\n');
    recall.forEach((style, figures) -> out.append("| ").append(MarkdownReport.cell(style)).append(" | ")
        .append(figures.values().iterator().next().n()).append(" | ").append(MarkdownReport.cells(figures, names))
        .append(" |\n"));
    return out.toString();
  }
}
