package org.readingroom.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Holds the figures of a ranking in each of some configurations, the program as it is first. */
public record RankingAblation(Map<String, RankingReport> reports) {

  public RankingAblation {
    reports = Collections.unmodifiableMap(new LinkedHashMap<>(reports));
    if (reports.isEmpty()) {
      throw new IllegalArgumentException("there is at least the program as it is");
    }
  }

  /** Writes the table as Markdown. */
  public String markdown() {
    RankingReport first = Objects.requireNonNull(reports.values().iterator().next());
    StringBuilder out = new StringBuilder("# Configurations on ").append(first.set()).append("\n\n")
        .append(first.queries()).append(" queries; each figure with its 95 % interval.\n\n| configuration | ")
        .append(String.join(" | ", first.figures().keySet())).append(" | p50, ms |\n|---|")
        .append("---|".repeat(first.figures().size() + 1)).append('\n');
    reports.forEach((name, report) -> {
      out.append("| ").append(MarkdownReport.cell(name));
      report.figures().values().forEach(figure -> out.append(String.format(Locale.ROOT,
          " | %.3f (%.3f to %.3f)", figure.value(), figure.low(), figure.high())));
      out.append(String.format(Locale.ROOT, " | %.0f |\n", report.latency().p50Ms()));
    });
    return out.toString();
  }
}
