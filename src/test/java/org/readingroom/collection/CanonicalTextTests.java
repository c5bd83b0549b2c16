package org.readingroom.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.readingroom.collection.Paragraph.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks what holds for the canonical text of every document. */
class CanonicalTextTests {

  private static final List<String> SOURCE = source();
  private static final Set<Role> QUOTABLE = EnumSet.of(Role.BODY, Role.LIST, Role.TABLE);

  static Stream<Document> documents() {
    return Reader.COLLECTION.documents().stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void differsFromTheSourceInNothingButWhiteSpace(Document document) {
    StringBuilder source = new StringBuilder();
    int last = document.lines().get(document.lines().size() - 1).number();
    for (int number = document.lines().get(0).number(); number <= last; number++) {
      source.append(SOURCE.get(number - 1));
    }

    assertThat(bare(document.text())).isEqualTo(bare(source.toString()));
  }

  @Test
  void leavesOutOnlyHeadingsAndSeparatorsBetweenDocuments() {
    int line = Reader.COLLECTION.documents().get(0).lines().get(0).number();
    for (Document document : Reader.COLLECTION.documents()) {
      for (; line < document.lines().get(0).number(); line++) {
        String left = SOURCE.get(line - 1).strip();
        assertThat(left).matches("|\\* \\* \\*|DOCUM\\w+ NO\\.? \\d+");
      }
      line = document.lines().get(document.lines().size() - 1).number() + 1;
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void paragraphsCoverAllTextInOrder(Document document) {
    int end = 0;
    for (Paragraph paragraph : document.paragraphs()) {
      assertThat(document.text().substring(end, paragraph.start())).isEqualTo(end == 0 ? "" : "\n\n");
      String text = document.text().substring(paragraph.start(), paragraph.end());
      assertThat(text).isEqualTo(text.strip()).doesNotContain("\n\n", "  ");
      if (paragraph.role() == Role.BODY || paragraph.role() == Role.LIST) {
        assertThat(text).doesNotContain("\n");
      }
      end = paragraph.end();
    }
    assertThat(end).isEqualTo(document.text().length());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linesStandWhereTheySay(Document document) {
    int end = 0;
    int number = 0;
    for (SourceLine line : document.lines()) {
      assertThat(line.start()).isBetween(end, end + 2);
      assertThat(line.number()).isGreaterThan(number);
      assertThat(document.text().substring(line.start(), line.end()))
          .isEqualTo(SOURCE.get(line.number() - 1).strip().replaceAll("\\s+", " "));
      end = line.end();
      number = line.number();
    }
  }

  @Test
  void holdsEveryPieceOfEvidenceInTheTextAsTheEvaluationWritesIt() throws IOException {
    for (JsonNode evidence : evidence()) {
      Document document = Reader.COLLECTION.document(evidence.get("document").asInt()).orElseThrow();

      assertThat(document.text().replaceAll("\\s+", " ")).as("document %s", document.number())
          .contains(evidence.get("quote").asString().strip().replaceAll("\\s+", " "));
    }
  }

  @Test
  void holdsTheEvidenceInParagraphsThatMayBeQuoted() throws IOException {
    int elsewhere = 0;
    for (JsonNode evidence : evidence()) {
      Document document = Reader.COLLECTION.document(evidence.get("document").asInt()).orElseThrow();
      String quotable = String.join("",
          document.paragraphs().stream().filter(p -> QUOTABLE.contains(p.role()))
              .map(p -> document.text().substring(p.start(), p.end())).toList());
      elsewhere += bare(quotable).contains(bare(evidence.get("quote").asString())) ? 0 : 1;
    }
    // Three quotations take in a signature or an address, one a title.
    assertThat(elsewhere).isLessThanOrEqualTo(4);
  }

  @Test
  void joinsWordsThatALineEndDividedAtTheirHyphen() {
    assertThat(text(3)).contains("Chinese-Korean Talks");
    assertThat(text(4)).contains("left- and right-wing parties");
  }

  @Test
  void healsSentencesThatAPageBreakCut() {
    assertThat(text(29)).contains("deep gratitude for the sympathy and aid");
    assertThat(text(59)).contains("Such a guarantee is needed. Of course,");
  }

  @Test
  void neverLabelsSourcesOrTitlesAsRunningText() {
    for (Document document : Reader.COLLECTION.documents()) {
      for (Paragraph paragraph : document.paragraphs()) {
        String text = document.text().substring(paragraph.start(), paragraph.end());
        if (QUOTABLE.contains(paragraph.role())) {
          assertThat(text).doesNotStartWith("[Source").doesNotStartWith("SECOND MAIN DIRECTORATE")
              .doesNotStartWith("[Stamp").doesNotMatch("Translated by .*");
        }
      }
    }
  }

  private static String text(int number) {
    return Reader.COLLECTION.document(number).orElseThrow().text();
  }

  private static String bare(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static List<JsonNode> evidence() throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    List<String> questions = Files.readAllLines(Path.of("evaluation/reader-v1/questions.jsonl"),
        StandardCharsets.UTF_8);
    return questions.stream().map(json::readTree).flatMap(question -> question.path("evidence").valueStream())
        .toList();
  }

  private static List<String> source() {
    try {
      return Files.readAllLines(Reader.FOLDER.resolve("reader.txt"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
