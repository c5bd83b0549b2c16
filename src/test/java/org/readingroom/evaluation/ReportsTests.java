package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTests {

  private static final EvaluationReport REPORT = Fakes.report(
      Fakes.judged("a", "fact", true, true, 0.9, Map.of("right", 1.0, "verbatim", 1.0, "recall@1", 1.0)),
      Fakes.judged("b", "fact", true, false, 0, Map.of("right", 0.0, "false_abstain", 1.0)),
      Fakes.judged("c", "nonsense", false, false, 0, Map.of("right", 1.0, "abstain", 1.0)));

  @TempDir
  private Path folder;

  @Test
  void comesBackFromJsonAsItWas() {
    Reports.write(REPORT, folder.resolve("new"));
    assertThat(Reports.read(folder.resolve("new/report.json"))).isEqualTo(REPORT);
    assertThat(folder.resolve("new/report.md")).isNotEmptyFile();
    assertThat(folder.resolve("new/report.html")).isNotEmptyFile();
  }

  @Test
  void jsonIsSnakeCaseAndKeepsItsOrder() throws IOException {
    Reports.write(REPORT, folder);
    assertThat(Files.readString(folder.resolve("report.json"))).startsWith("{\n  \"provenance\"")
        .containsSubsequence("\"overall\"", "\"by_type\"", "\"latency\"", "\"p50_ms\"", "\"questions\"")
        .contains("\"corpus_sha256\" : \"corpus\"", "\"2026-11-01T00:00:00Z\"");
  }

  @Test
  void saysWhenAFileIsNoReport() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "{\"a\":");
    assertThatThrownBy(() -> Reports.read(file)).hasMessageEndingWith("x.json is not a report.");
  }

  @Test
  void verbatimCountsQuotations() {
    assertThat(REPORT.overall().get("verbatim").n()).isEqualTo(2);
  }

  @Test
  void htmlEscapesWhatItShows() {
    String html = Reports.html(REPORT);
    assertThat(html).contains("&lt;b&gt;lead&lt;/b&gt; &amp; tin").doesNotContain("<b>lead")
        .doesNotContain("<script").doesNotContain("http");
  }

  @Test
  void htmlHoldsThreePlotsThatAreWellFormed() throws Exception {
    Matcher plots = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(Reports.html(REPORT));
    int count = 0;
    while (plots.find()) {
      count++;
      DocumentBuilderFactory.newInstance().newDocumentBuilder()
          .parse(new ByteArrayInputStream(plots.group().getBytes(StandardCharsets.UTF_8)));
      assertThat(plots.group()).contains("role=\"img\"", "<title", "<desc").doesNotContain("NaN");
    }
    assertThat(count).isEqualTo(3);
  }

  @Test
  void markdownKeepsQuestionsInTheirPlace() {
    assertThat(Reports.markdown(REPORT)).contains("| right | 0.667 |", "tin \\| zinc", "b (fact)",
        "Area under the ROC curve");
  }

  @Test
  void aReportHoldsWhatItIsComparedWith() throws IOException {
    EvaluationReport before = Fakes.report(
        Fakes.judged("a", "fact", true, true, 0.9, Map.of("right", 0.0, "verbatim", 1.0, "recall@1", 1.0)),
        Fakes.judged("b", "fact", true, false, 0, Map.of("right", 0.0, "false_abstain", 1.0)),
        Fakes.judged("c", "nonsense", false, false, 0, Map.of("right", 1.0, "abstain", 1.0)));
    Reports.write(REPORT, Comparison.of(before, REPORT, 100, 1), folder);
    assertThat(Files.readString(folder.resolve("report.md"))).contains("## Compared with an earlier run",
        "| right | 0.333 | 0.667 | +0.333 |", "- a (fact)");
    assertThat(Files.readString(folder.resolve("report.html"))).contains("Compared with an earlier run",
        "<td>+0.333</td>", "<li>a (fact) What of &lt;b&gt;lead&lt;/b&gt;").doesNotContain("<b>lead");
    assertThat(Reports.read(folder.resolve("report.json"))).isEqualTo(REPORT);
  }

  @Test
  void saysWhereItCannotWrite() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> Reports.write(REPORT, file)).isInstanceOf(UnwritableReportException.class)
        .hasMessageEndingWith("report.json cannot be written.");
  }

  @Test
  void theTableIsOfOneWidth() {
    String[] lines = Reports.table(REPORT).split("\n");
    assertThat(lines[0]).startsWith("type").contains("right", "false abs");
    assertThat(lines)
        .filteredOn(line -> line.startsWith("all") || line.startsWith("fact") || line.startsWith("95 %"))
        .hasSize(3).allMatch(line -> line.length() == lines[0].length());
    assertThat(Reports.table(REPORT)).contains("Passage recall @1 1.00", "Latency p50 40 ms");
  }
}
