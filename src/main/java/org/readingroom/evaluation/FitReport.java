package org.readingroom.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Holds fitted weights and what they are worth.
 *
 * @param before the program as it is
 * @param fitted the questions that the weights were fitted on, with these weights
 * @param crossValidated each question with weights fitted on the other folds; what counts
 * @param settings the fitted weights as settings by name
 */
public record FitReport(EvaluationReport before, EvaluationReport fitted, EvaluationReport crossValidated,
    Map<String, String> settings) {

  private static final List<String> SHOWN = Figures.JUDGMENTS.stream()
      .filter(name -> !name.equals(Figures.VERBATIM)).toList();

  public FitReport {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  private Map<String, EvaluationReport> reports() {
    Map<String, EvaluationReport> reports = new LinkedHashMap<>();
    reports.put("as it is", before);
    reports.put("fitted", fitted);
    reports.put("cross-validated", crossValidated);
    return reports;
  }

  /** Writes the figures for a terminal, each with its 95 % interval below it. */
  public String table() {
    StringBuilder out = new StringBuilder(" ".repeat(16));
    SHOWN.forEach(name -> out.append(String.format(Locale.ROOT, "%14s", name)));
    out.append(String.format(Locale.ROOT, "%8s\n", "AUC"));
    reports().forEach((name, report) -> {
      StringBuilder intervals = new StringBuilder(" ".repeat(16));
      out.append(String.format(Locale.ROOT, "%-16s", name));
      for (String shown : SHOWN) {
        Figure figure = report.overall().get(shown);
        out.append(String.format(Locale.ROOT, "%14s",
            figure == null ? "" : String.format(Locale.ROOT, "%.3f", figure.value())));
        intervals.append(String.format(Locale.ROOT, "%14s",
            figure == null ? "" : String.format(Locale.ROOT, "%.2f–%.2f", figure.low(), figure.high())));
      }
      Double auc = report.abstaining().auc();
      out.append(auc == null ? "" : String.format(Locale.ROOT, "%8.3f", auc)).append('\n').append(intervals)
          .append('\n');
    });
    return out.toString();
  }

  /** Writes the weights with where they come from, as YAML. */
  public String yaml() {
    Provenance made = before.provenance();
    StringBuilder out = new StringBuilder(
        "# Weights fitted by ./reading-room evaluate --fit, for comparison: "
            + "what runs are those in application.yaml.\n# What counts are the cross-validated figures.\n");
    out.append("set: ").append(made.set()).append("\nquestions_sha256: ").append(made.questionsSha256())
        .append("\ncorpus_sha256: ").append(made.corpusSha256()).append("\nquestions: ")
        .append(before.questions().size()).append("\ndate: ").append(made.date()).append("\nfolds: ")
        .append(Fit.FOLDS).append(String.format(Locale.ROOT,
            "\npenalty:\n  ranking: %s\n  confidence: %s\nfalse_abstain_allowed: %s\nfigures:\n",
            RankingFit.PENALTY, ConfidenceFit.PENALTY, ConfidenceFit.FALSE_ABSTAIN));
    reports().forEach((name, report) -> {
      out.append("  ").append(name).append(":\n");
      SHOWN.forEach(shown -> {
        Figure figure = report.overall().get(shown);
        if (figure != null) {
          out.append(String.format(Locale.ROOT, "    %s: %.3f # %.2f to %.2f\n", shown, figure.value(),
              figure.low(), figure.high()));
        }
      });
      Double auc = report.abstaining().auc();
      if (auc != null) {
        out.append(String.format(Locale.ROOT, "    auc: %.3f\n", auc));
      }
    });
    out.append("settings:\n");
    settings.forEach((name, value) -> out.append("  ").append(name).append(": ").append(value).append('\n'));
    return out.toString();
  }
}
