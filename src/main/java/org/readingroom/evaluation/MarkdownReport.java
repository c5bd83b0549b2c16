package org.readingroom.evaluation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a report as Markdown. */
final class MarkdownReport {

  private MarkdownReport() {}

  static String of(EvaluationReport report) {
    Provenance made = report.provenance();
    StringBuilder out = new StringBuilder("# Evaluation on ").append(made.set()).append("\n\n");
    out.append(report.questions().size()).append(" questions, model `").append(made.model()).append("`, ")
        .append(made.date()).append(".\n\n");
    out.append("| figure | value | 95 % interval | over | meaning |\n|---|---|---|---|---|\n");
    report.overall()
        .forEach((name, figure) -> out.append(String.format(Locale.ROOT,
            "| %s | %.3f | %.3f to %.3f | %d | %s |\n", name, figure.value(), figure.low(), figure.high(),
            figure.n(), Figures.MEANINGS.getOrDefault(name, "a passage with the evidence is found"))));
    out.append("\n## By type\n\n| type | n | ").append(String.join(" | ", Figures.JUDGMENTS))
        .append(" |\n|---|---|").append("---|".repeat(Figures.JUDGMENTS.size())).append('\n');
    report.byType().forEach((type, figures) -> out.append(row(type, figures)));
    out.append("\n## Abstaining\n\n").append(abstaining(report.abstaining()));
    out.append(String.format(Locale.ROOT,
        "\n## Latency\n\nMedian %.0f ms, 95 %% under %.0f ms, longest %.0f ms.\n",
        report.latency().p50Ms(), report.latency().p95Ms(), report.latency().maxMs()));
    out.append("\n## Made with\n\n| | |\n|---|---|\n");
    describe(made).forEach((name, value) -> out.append("| ").append(name).append(" | ").append(cell(value))
        .append(" |\n"));
    return out.append("\n## Not right\n\n").append(notRight(report)).toString();
  }

  /** Returns what a report was made with, in words. */
  static Map<String, String> describe(Provenance made) {
    Map<String, String> described = new LinkedHashMap<>();
    described.put("collection SHA-256", made.corpusSha256());
    described.put("questions SHA-256", made.questionsSha256());
    described.put("prompts SHA-256", made.promptsSha256().isEmpty() ? "none" : made.promptsSha256());
    described.put("model", made.model());
    described.put("date", made.date().toString());
    described.put("Java", made.jdk());
    described.put("cores", String.valueOf(made.cores()));
    described.putAll(made.configuration());
    return described;
  }

  static String abstaining(RiskCoverage abstaining) {
    StringBuilder out = new StringBuilder();
    Double auc = abstaining.auc();
    Double area = abstaining.area();
    out.append("Area under the ROC curve, answerable against not: ").append(number(auc))
        .append(". Area under the risk-coverage curve: ").append(number(area)).append(".\n");
    for (double risk : new double[]{0.05, 0.1, 0.2}) {
      out.append(String.format(Locale.ROOT, "Questions answered at a risk of %.0f %%: %.0f %%.\n",
          risk * 100, abstaining.coverageAtRisk(risk) * 100));
    }
    return out.toString();
  }

  private static String number(@Nullable Double value) {
    return value == null ? "not measured" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String row(String type, Map<String, Figure> figures) {
    Figure right = figures.get(Figures.RIGHT);
    return "| " + cell(type) + " | " + (right == null ? 0 : right.n()) + " | "
        + Figures.JUDGMENTS.stream().map(name -> {
          Figure figure = figures.get(name);
          return figure == null ? "" : String.format(Locale.ROOT, "%.2f", figure.value());
        }).collect(Collectors.joining(" | ")) + " |\n";
  }

  private static String notRight(EvaluationReport report) {
    StringBuilder out = new StringBuilder();
    report.questions().stream().filter(q -> q.figures().getOrDefault(Figures.RIGHT, 1.0) < 1)
        .forEach(q -> out.append("- ").append(q.id()).append(" (").append(q.type()).append(") ")
            .append(cell(q.turns().getLast())).append(" Expected: ").append(cell(q.expected()))
            .append(q.answered() ? " Cited: " + cell(cited(q)) : " Abstained.").append('\n'));
    return out.isEmpty() ? "None.\n" : out.toString();
  }

  private static String cited(JudgedQuestion question) {
    return question.quotations().stream().map(q -> String.valueOf(q.document())).distinct()
        .collect(Collectors.joining(", ", "documents ", "."));
  }

  /** Returns words that stay in one cell and mean nothing to Markdown. */
  static String cell(String text) {
    return text.replaceAll("\\s+", " ").replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*")
        .replace("_", "\\_").replace("`", "\\`").replace("[", "\\[").replace("<", "&lt;");
  }
}
