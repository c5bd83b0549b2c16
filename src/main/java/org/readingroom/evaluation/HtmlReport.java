package org.readingroom.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Writes a report as one HTML page that needs nothing else, light or dark as the reader's system is. */
final class HtmlReport {

  private final EvaluationReport report;
  private final StringBuilder out = new StringBuilder();

  private HtmlReport(EvaluationReport report) {
    this.report = report;
  }

  static String of(EvaluationReport report, @Nullable Comparison comparison) {
    return new HtmlReport(report).page(comparison);
  }

  private String page(@Nullable Comparison comparison) {
    String title = "Evaluation on " + report.provenance().set();
    out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>").append(escape(title))
        .append("</title>\n<style>\n").append(styleSheet()).append("</style>\n</head>\n<body>\n<main>\n<h1>")
        .append(escape(title)).append("</h1>\n");
    out.append("<p>").append(report.questions().size()).append(" questions, model ")
        .append(escape(report.provenance().model())).append(", ")
        .append(escape(report.provenance().date().toString())).append(".</p>\n");
    overall();
    byType();
    section("Abstaining");
    for (String sentence : MarkdownReport.abstaining(report.abstaining()).split("\n")) {
      out.append("<p>").append(escape(sentence)).append("</p>\n");
    }
    figure(SvgPlots.curve("risk", "Risk over coverage", report.abstaining().curve()),
        "Wrong answers among those given, if only the surest are given.");
    section("Latency");
    out.append(String.format(Locale.ROOT,
        "<p>Median %.0f ms, 95 %% under %.0f ms, longest %.0f ms.</p>\n",
        report.latency().p50Ms(), report.latency().p95Ms(), report.latency().maxMs()));
    figure(
        SvgPlots.histogram("latency", "Latency",
            report.questions().stream().mapToDouble(JudgedQuestion::elapsedMs).toArray()),
        "How many replies took how long.");
    section("Made with");
    out.append("<table>\n<tbody>\n");
    MarkdownReport.describe(report.provenance())
        .forEach((name, value) -> out.append("<tr><th scope=\"row\">").append(escape(name))
            .append("</th><td class=\"words\">").append(escape(value)).append("</td></tr>\n"));
    out.append("</tbody>\n</table>\n");
    if (comparison != null) {
      compared(comparison);
    }
    section("Questions");
    report.questions().forEach(this::question);
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  private void overall() {
    section("Figures");
    head(List.of("figure", "value", "95 % interval", "over", "meaning"));
    report.overall()
        .forEach((name, figure) -> out.append(String.format(Locale.ROOT,
            "<tr><th scope=\"row\">%s</th><td>%.3f</td><td>%.3f to %.3f</td><td>%d</td>"
                + "<td class=\"words\">%s</td></tr>\n",
            escape(name), figure.value(), figure.low(), figure.high(), figure.n(),
            escape(Figures.MEANINGS.getOrDefault(name, "a passage with the evidence is found")))));
    out.append("</tbody>\n</table>\n");
  }

  private void byType() {
    section("By type");
    Map<String, Figure> right = new LinkedHashMap<>();
    report.byType().forEach((type, figures) -> {
      Figure figure = figures.get(Figures.RIGHT);
      if (figure != null) {
        right.put(type, figure);
      }
    });
    figure(SvgPlots.bars("types", "Right by type of question", right),
        "Right by type of question, with 95 % intervals.");
    List<String> names = Figures.JUDGMENTS.stream().filter(report.overall()::containsKey).toList();
    List<String> headings = new ArrayList<>(List.of("type"));
    headings.addAll(names);
    head(headings);
    report.byType().forEach((type, figures) -> {
      out.append("<tr><th scope=\"row\">").append(escape(type)).append("</th>");
      for (String name : names) {
        Figure figure = figures.get(name);
        out.append("<td>").append(figure == null ? "" : String.format(Locale.ROOT, "%.2f", figure.value()))
            .append("</td>");
      }
      out.append("</tr>\n");
    });
    out.append("</tbody>\n</table>\n");
  }

  private void compared(Comparison comparison) {
    section("Compared with an earlier run");
    out.append("<p>Before: ").append(escape(comparison.before().model())).append(", ")
        .append(escape(comparison.before().date().toString())).append(".</p>\n");
    head(List.of("figure", "before", "after", "difference", "95 % interval", "p", "better", "worse"));
    for (Comparison.Difference difference : comparison.differences()) {
      List<String> cells = Comparison.cells(difference);
      out.append("<tr><th scope=\"row\">").append(escape(cells.getFirst())).append("</th>");
      cells.subList(1, cells.size())
          .forEach(cell -> out.append("<td>").append(escape(cell)).append("</td>"));
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n<p>Questions judged differently: ").append(comparison.changed().size())
        .append(".</p>\n<ul>\n");
    for (Comparison.Changed changed : comparison.changed()) {
      out.append("<li>").append(escape(changed.id() + " (" + changed.type() + ") " + changed.turn() + " "
          + Comparison.values(changed))).append("</li>\n");
    }
    out.append("</ul>\n");
  }

  private void question(JudgedQuestion question) {
    boolean right = question.figures().getOrDefault(Figures.RIGHT, 0.0) == 1;
    out.append("<details>\n<summary><span class=\"").append(right ? "yes" : "no").append("\">")
        .append(right ? "right" : "not right").append("</span> ").append(escape(question.id())).append(" (")
        .append(escape(question.type())).append(") ").append(escape(question.turns().getLast()))
        .append("</summary>\n<dl>\n");
    entry("Earlier turns", String.join(" / ", question.turns().subList(0, question.turns().size() - 1)));
    entry("Searched as", question.query());
    entry("Expected", question.expected() + (question.documents().isEmpty()
        ? ""
        : " (documents " + question.documents() + ")"));
    entry(question.answered() ? "Answer" : "Abstained", question.answer());
    question.quotations().forEach(quotation -> entry("Document " + quotation.document() + ", "
        + quotation.start() + " to " + quotation.end(), "“" + quotation.text() + "”"));
    StringBuilder figures = new StringBuilder();
    question.figures().forEach(
        (name, value) -> figures.append(String.format(Locale.ROOT, "%s %.2f  ", name, value)));
    entry("Judged", figures.toString().strip());
    entry("Took", String.format(Locale.ROOT, "%.0f ms", question.elapsedMs()));
    out.append("</dl>\n</details>\n");
  }

  private void entry(String term, String words) {
    if (!words.isBlank()) {
      out.append("<dt>").append(escape(term)).append("</dt><dd>").append(escape(words)).append("</dd>\n");
    }
  }

  private void section(String heading) {
    out.append("<h2>").append(escape(heading)).append("</h2>\n");
  }

  private void figure(String svg, String caption) {
    out.append("<figure>\n").append(svg).append("<figcaption>").append(escape(caption))
        .append("</figcaption>\n</figure>\n");
  }

  private void head(List<String> headings) {
    out.append("<table>\n<thead>\n<tr>");
    headings.forEach(
        heading -> out.append("<th scope=\"col\">").append(escape(heading)).append("</th>"));
    out.append("</tr>\n</thead>\n<tbody>\n");
  }

  private static String escape(String words) {
    return HtmlUtils.htmlEscape(words, "UTF-8");
  }

  private static String styleSheet() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
