package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.passage.Span;

class SpanSetTests {

  private static final String TEXT = "We train it. It finds axioms.";

  @TempDir
  private Path folder;

  private SpanSet set(String... spans) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String each : spans) {
      lines.append("{\"query\":\"axioms\",\"title\":\"A paper\",\"text\":\"").append(TEXT)
          .append("\",\"relevance\":\"r\",\"spans\":[").append(each).append("]}\n");
    }
    Files.writeString(folder.resolve("rows.jsonl"), lines);
    return SpanSet.read(folder);
  }

  private static SpanReader.Quoted quoted(double confidence, String words) {
    int start = TEXT.indexOf(words);
    return new SpanReader.Quoted(List.of(new Span(start, start + words.length())), confidence);
  }

  @Test
  void rowsOfTheSameTextAreTwo() throws IOException {
    assertThat(set("", "{\"start\":13,\"end\":29}").rows()).containsExactly(
        new SpanRow("axioms", new SetText("1", "A paper", TEXT), List.of()),
        new SpanRow("axioms", new SetText("2", "A paper", TEXT), List.of(new Span(13, 29))));
  }

  @Test
  void namesTheLineOfASpanThatIsNotInTheText() {
    assertThatThrownBy(() -> set("{\"start\":13,\"end\":30}"))
        .hasMessageEndingWith("rows.jsonl, line 1: the text has no span from 13 to 30.");
  }

  @Test
  void countsTheWordsOfAllTextsTogether() throws IOException {
    SpanSet set = set("{\"start\":13,\"end\":28}", "", "");
    // Quoted: "it. It finds" of a text whose last three words answer, and three words of one that does not.
    SpanReport report = SpanReport.of(set, row -> switch (row.text().id()) {
      case "1" -> quoted(0.9, "it. It finds");
      case "2" -> quoted(0.5, "We train it");
      default -> new SpanReader.Quoted(List.of(), 0.1);
    }, EvaluationOptions.UNWARMED);
    assertThat(report.figures().get("precision").value()).isCloseTo(2.0 / 6, within(1e-9));
    assertThat(report.figures().get("recall").value()).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(report.figures().get("f1").value()).isCloseTo(2 * 2.0 / (6 + 3), within(1e-9));
    assertThat(report.figures().get("abstain").value()).isEqualTo(0.5);
    assertThat(report.figures().get("false_abstain").value()).isZero();
    assertThat(report.figures().get("auc").value()).isOne();
    assertThat(report.abstaining().curve()).containsExactly(new RiskCoverage.Point(1.0 / 3, 0, 0.9),
        new RiskCoverage.Point(2.0 / 3, 0.5, 0.5));
    assertThat(report.calibration().bins()).hasSize(3);
    assertThat(report.markdown()).contains("| f1 | 0.444 |", "Latency: median ");
    Reports.write(report, folder);
    assertThat(folder.resolve("spans.json")).content().contains("\"f1\"", "\"curve\"");
  }

  @Test
  void aWordThatIsQuotedInPartIsQuoted() {
    SpanRow row = new SpanRow("axioms", new SetText("1", "", TEXT), List.of(new Span(22, 25)));
    assertThat(row.overlap(List.of(new Span(24, 28)))).isEqualTo(new SpanRow.Overlap(1, 1, 1));
    assertThat(row.overlap(List.of())).isEqualTo(new SpanRow.Overlap(0, 0, 1));
  }
}
