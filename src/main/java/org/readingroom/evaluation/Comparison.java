package org.readingroom.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares two runs over the same questions, question by question.
 *
 * @param before the run compared with
 * @param after the run that is looked at
 * @param differences what became of each figure that both have
 * @param changed the questions of which a judgment changed
 */
public record Comparison(Provenance before, Provenance after, List<Difference> differences,
    List<Changed> changed) {

  /**
   * Is what became of one figure.
   *
   * @param difference the mean of after minus before, with its 95 % interval from a paired bootstrap
   * @param pValue from a paired randomisation test, two-sided
   * @param better questions with a higher value than before
   * @param worse questions with a lower value than before
   */
  public record Difference(String figure, double before, double after, Figure difference, double pValue,
      int better, int worse) {}

  /** Is a question of which judgments changed, with those judgments alone. */
  public record Changed(String id, String type, String turn, Map<String, Double> before,
      Map<String, Double> after) {

    public Changed {
      before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
      after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }
  }

  public Comparison {
    differences = List.copyOf(differences);
    changed = List.copyOf(changed);
  }

  /**
   * Compares.
   *
   * @throws MalformedSetException if the two runs were not over the same questions
   */
  public static Comparison of(EvaluationReport before, EvaluationReport after, int resamples, long seed) {
    if (!before.provenance().questionsSha256().equals(after.provenance().questionsSha256())) {
      throw new MalformedSetException("The two reports are of different question sets.");
    }
    Map<String, JudgedQuestion> old = before.questions().stream()
        .collect(Collectors.toMap(JudgedQuestion::id, question -> question));
    if (after.questions().size() != old.size()
        || !after.questions().stream().allMatch(question -> old.containsKey(question.id()))) {
      throw new MalformedSetException("The two reports do not hold the same questions.");
    }
    Bootstrap bootstrap = new Bootstrap(resamples, seed);
    List<Difference> differences = new ArrayList<>();
    for (String name : EvaluationReport.names(after.questions())) {
      List<double[]> pairs = new ArrayList<>();
      for (JudgedQuestion question : after.questions()) {
        Double now = question.figures().get(name);
        Double then = Objects.requireNonNull(old.get(question.id())).figures().get(name);
        if (now != null && then != null) {
          pairs.add(new double[]{then, now});
        }
      }
      if (!pairs.isEmpty()) {
        differences.add(difference(name, pairs, bootstrap));
      }
    }
    List<Changed> changed = new ArrayList<>();
    for (JudgedQuestion question : after.questions()) {
      Changed change = changed(Objects.requireNonNull(old.get(question.id())), question);
      if (!change.before().isEmpty() || !change.after().isEmpty()) {
        changed.add(change);
      }
    }
    return new Comparison(before.provenance(), after.provenance(), differences, changed);
  }

  private static Difference difference(String name, List<double[]> pairs, Bootstrap bootstrap) {
    double[] differences = pairs.stream().mapToDouble(pair -> pair[1] - pair[0]).toArray();
    return new Difference(name, pairs.stream().mapToDouble(pair -> pair[0]).average().orElse(0),
        pairs.stream().mapToDouble(pair -> pair[1]).average().orElse(0), bootstrap.mean(differences),
        bootstrap.randomisationTest(differences),
        (int) pairs.stream().filter(pair -> pair[1] > pair[0]).count(),
        (int) pairs.stream().filter(pair -> pair[1] < pair[0]).count());
  }

  private static Changed changed(JudgedQuestion old, JudgedQuestion question) {
    Map<String, Double> before = new LinkedHashMap<>(old.figures());
    before.entrySet().removeAll(question.figures().entrySet());
    Map<String, Double> after = new LinkedHashMap<>(question.figures());
    after.entrySet().removeAll(old.figures().entrySet());
    return new Changed(question.id(), question.type(), question.turns().getLast(), before, after);
  }

  /** Writes the comparison as Markdown. */
  public String markdown() {
    return "# Two runs over " + after.set() + "\n\n" + section();
  }

  /** Writes the comparison as part of a report in Markdown. */
  String section() {
    StringBuilder out = new StringBuilder("Before: ").append(before.model()).append(", ")
        .append(before.date()).append("  \nAfter: ").append(after.model()).append(", ").append(after.date())
        .append("\n\n");
    out.append("| figure | before | after | difference | 95 % interval | p | better | worse |\n");
    out.append("|---|---|---|---|---|---|---|---|\n");
    differences.forEach(
        d -> out.append("| ").append(String.join(" | ", cells(d))).append(" |\n"));
    out.append("\nQuestions judged differently: ").append(changed.size()).append(".\n\n");
    for (Changed c : changed) {
      out.append("- ").append(c.id()).append(" (").append(c.type()).append(") ")
          .append(MarkdownReport.cell(c.turn())).append(": ").append(MarkdownReport.cell(values(c)))
          .append('\n');
    }
    return out.toString();
  }

  /** Writes the comparison for a terminal. */
  public String table() {
    StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "%-14s%7s%7s%8s%18s%7s%7s%7s\n",
        "figure", "before", "after", "diff", "95 %", "p", "better", "worse"));
    for (Difference d : differences) {
      List<String> cells = cells(d);
      out.append(String.format(Locale.ROOT, "%-14s%7s%7s%8s%18s%7s%7s%7s\n", cells.toArray()));
    }
    out.append("Questions judged differently: ").append(changed.size()).append(".\n");
    changed.forEach(c -> out.append("  ").append(c.id()).append(" (").append(c.type()).append(") ")
        .append(c.turn().replaceAll("\\p{Cntrl}+", " ")).append(" ").append(values(c)).append('\n'));
    return out.toString();
  }

  /** Returns the cells of a row: figure, before, after, difference, interval, p, better and worse. */
  static List<String> cells(Difference d) {
    return List.of(d.figure(), String.format(Locale.ROOT, "%.3f", d.before()),
        String.format(Locale.ROOT, "%.3f", d.after()),
        String.format(Locale.ROOT, "%+.3f", d.difference().value()),
        String.format(Locale.ROOT, "%+.3f to %+.3f", d.difference().low(), d.difference().high()),
        String.format(Locale.ROOT, "%.3f", d.pValue()), String.valueOf(d.better()),
        String.valueOf(d.worse()));
  }

  /** Returns which judgments of a question changed from what to what. */
  static String values(Changed changed) {
    Map<String, String> values = new LinkedHashMap<>();
    changed.before().forEach((name, value) -> values.put(name, number(value)));
    for (String name : changed.after().keySet()) {
      values.putIfAbsent(name, "–");
    }
    return values.entrySet().stream().map(e -> e.getKey() + " " + e.getValue() + " → "
        + number(changed.after().get(e.getKey()))).collect(Collectors.joining(", "));
  }

  private static String number(@Nullable Double value) {
    return value == null
        ? "–"
        : value % 1 == 0
            ? String.valueOf(value.intValue())
            : String.format(Locale.ROOT, "%.2f", value);
  }
}
