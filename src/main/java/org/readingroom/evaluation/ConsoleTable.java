package org.readingroom.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws a report as a table of fixed width, for a terminal. */
final class ConsoleTable {

  private ConsoleTable() {}

  static String of(EvaluationReport report) {
    List<String> names = Figures.JUDGMENTS.stream().filter(report.overall()::containsKey).toList();
    StringBuilder out = new StringBuilder();
    out.append(String.format(Locale.ROOT, "%-14s%5s", "type", "n"));
    names.forEach(name -> out.append(String.format(Locale.ROOT, "%10s", heading(name))));
    out.append('\n');
    report.byType().forEach((type, figures) -> out.append(row(type, figures, names)));
    out.append(row("all", report.overall(), names));
    out.append(interval(report.overall(), names)).append('\n');
    List<String> recalls = new ArrayList<>();
    Figures.DEPTHS.forEach(depth -> {
      Figure figure = report.overall().get(Figures.recall(depth));
      if (figure != null) {
        recalls.add(String.format(Locale.ROOT, "@%d %.2f", depth, figure.value()));
      }
    });
    if (!recalls.isEmpty()) {
      out.append("Passage recall ").append(String.join("  ", recalls)).append('\n');
    }
    List<String> written = Stream
        .of(Figures.UNSUPPORTED, Figures.MISQUOTED, Figures.FIRST_WORDS)
        .filter(report.overall()::containsKey)
        .map(name -> written(name, report.overall().get(name))).toList();
    if (!written.isEmpty()) {
      out.append("Language model: ").append(String.join("  ", written)).append('\n');
    }
    Latency latency = report.latency();
    return out.append(String.format(Locale.ROOT, "Latency p50 %.0f ms  p95 %.0f ms  max %.0f ms\n",
        latency.p50Ms(), latency.p95Ms(), latency.maxMs())).toString();
  }

  private static String written(String name, @Nullable Figure figure) {
    return figure == null ? "" : String.format(Locale.ROOT, "%s %.3f", name, figure.value());
  }

  private static String heading(String name) {
    return name.equals(Figures.FALSE_ABSTAIN) ? "false abs" : name;
  }

  private static String row(String type, Map<String, Figure> figures, List<String> names) {
    Figure right = figures.get(Figures.RIGHT);
    StringBuilder row = new StringBuilder(
        String.format(Locale.ROOT, "%-14s%5d", type, right == null ? 0 : right.n()));
    for (String name : names) {
      Figure figure = figures.get(name);
      row.append(figure == null
          ? String.format(Locale.ROOT, "%10s", "-")
          : String.format(Locale.ROOT, "%10.2f", figure.value()));
    }
    return row.append('\n').toString();
  }

  private static String interval(Map<String, Figure> figures, List<String> names) {
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-19s", "95 %"));
    for (String name : names) {
      Figure figure = figures.get(name);
      row.append(figure == null
          ? ""
          : String.format(Locale.ROOT, "%10s",
              String.format(Locale.ROOT, "%.2f-%.2f", figure.low(), figure.high())));
    }
    return row.toString();
  }
}
