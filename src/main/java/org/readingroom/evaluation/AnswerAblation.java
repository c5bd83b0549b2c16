package org.readingroom.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds what became of the answers in each of some configurations.
 *
 * @param before the program as it is
 * @param rows the configurations in their order
 */
public record AnswerAblation(EvaluationReport before, List<Row> rows) {

  private static final List<String> SHOWN = Figures.JUDGMENTS.stream()
      .filter(name -> !name.equals(Figures.VERBATIM)).toList();

  /**
   * Is one configuration.
   *
   * @param changed the settings that differ
   * @param differences what became of each figure, paired by question
   */
  public record Row(String name, Map<String, String> changed, List<Comparison.Difference> differences) {

    public Row {
      changed = Map.copyOf(changed);
      differences = List.copyOf(differences);
    }

    Comparison.@Nullable Difference difference(String figure) {
      return differences.stream().filter(d -> d.figure().equals(figure)).findFirst().orElse(null);
    }
  }

  public AnswerAblation {
    rows = List.copyOf(rows);
  }

  /** Writes the table as Markdown. */
  public String markdown() {
    Provenance made = before.provenance();
    StringBuilder out = new StringBuilder("# Configurations on ").append(made.set())
        .append("\n\nWritten by `./reading-room evaluate --ablation` on ").append(made.date()).append(", ")
        .append(before.questions().size()).append(" questions (SHA-256 ").append(made.questionsSha256())
        .append(
            ").\n\nEach cell holds the figure, the difference to the program as it is, and its 95 % interval "
                + "from a paired bootstrap over questions; a difference whose interval leaves out 0 is bold. Lower is "
                + "better for false_abstain.\n\n");
    out.append("| configuration | ").append(String.join(" | ", SHOWN)).append(" |\n|---|")
        .append("---|".repeat(SHOWN.size())).append("\n| ").append(Ablation.DEFAULT);
    SHOWN.forEach(name -> out.append(" | ").append(value(before.overall().get(name))));
    out.append(" |\n");
    for (Row row : rows) {
      out.append("| ").append(MarkdownReport.cell(row.name()));
      SHOWN.forEach(name -> out.append(" | ").append(cell(row.difference(name))));
      out.append(" |\n");
    }
    out.append("\n| configuration | settings |\n|---|---|\n");
    for (Row row : rows) {
      out.append("| ").append(MarkdownReport.cell(row.name())).append(" | ")
          .append(new LinkedHashMap<>(row.changed()).entrySet().stream().sorted(Map.Entry.comparingByKey())
              .map(e -> "`" + e.getKey() + ": " + e.getValue() + "`").collect(Collectors.joining(", ")))
          .append(" |\n");
    }
    return out.toString();
  }

  /** Writes the figures and differences for a terminal. */
  public String table() {
    int wide = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0) + 2;
    StringBuilder out = new StringBuilder(" ".repeat(wide));
    SHOWN.forEach(name -> out.append(String.format(Locale.ROOT, "%15s", name)));
    out.append('\n').append(padded(Ablation.DEFAULT, wide));
    SHOWN.forEach(name -> out.append(String.format(Locale.ROOT, "%15s", value(before.overall().get(name)))));
    out.append('\n');
    for (Row row : rows) {
      out.append(padded(row.name(), wide));
      for (String name : SHOWN) {
        Comparison.Difference d = row.difference(name);
        out.append(String.format(Locale.ROOT, "%15s", d == null
            ? ""
            : String.format(Locale.ROOT, "%.3f %+.3f%s", d.after(), d.difference().value(),
                isCertain(d) ? "*" : " ")));
      }
      out.append('\n');
    }
    return out.append("* the 95 % interval of the difference leaves out 0\n").toString();
  }

  private static String padded(String name, int wide) {
    return String.format(Locale.ROOT, "%-" + Math.max(wide, Ablation.DEFAULT.length() + 2) + "s", name);
  }

  private static String value(@Nullable Figure figure) {
    return figure == null ? "" : String.format(Locale.ROOT, "%.3f", figure.value());
  }

  private static String cell(Comparison.@Nullable Difference d) {
    if (d == null) {
      return "";
    }
    String difference = String.format(Locale.ROOT, "%+.3f", d.difference().value());
    return String.format(Locale.ROOT, "%.3f %s (%+.3f to %+.3f)", d.after(),
        isCertain(d) ? "**" + difference + "**" : difference, d.difference().low(), d.difference().high());
  }

  private static boolean isCertain(Comparison.Difference d) {
    return d.difference().low() > 0 || d.difference().high() < 0;
  }
}
