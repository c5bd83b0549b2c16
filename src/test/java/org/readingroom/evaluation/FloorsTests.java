package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloorsTests {

  private static final EvaluationReport REPORT = Fakes.report(
      Fakes.judged("a", "fact", true, true, 0.9, Map.of("right", 1.0, "verbatim", 0.5)),
      Fakes.judged("b", "fact", true, false, 0, Map.of("right", 0.0, "false_abstain", 1.0)));

  @TempDir
  private Path folder;

  @Test
  void nothingIsSaidOfAReportThatHoldsEverything() {
    EvaluationReport good = Fakes.report(
        Fakes.judged("a", "fact", true, true, 0.9, Map.of("right", 1.0, "verbatim", 1.0)));
    assertThat(new Floors("corpus", "questions", 1, Map.of("right", 1.0, "verbatim", 1.0), Map.of())
        .violations(good)).isEmpty();
  }

  @Test
  void eachViolationIsOneSentence() {
    assertThat(new Floors("other", "others", 3, Map.of("verbatim", 1.0), Map.of("false_abstain", 0.1))
        .violations(REPORT)).containsExactly(
            "The collection is another one: its checksum is corpus, not other.",
            "The questions are others: their checksum is questions, not others.",
            "There are 2 questions, not 3.", "The figure \"verbatim\" is 0.5000, below its floor of 1.0000.",
            "The figure \"false_abstain\" is 1.0000, above its ceiling of 0.1000.");
  }

  @Test
  void aFigureThatIsMissingIsAViolation() {
    assertThat(new Floors("corpus", "questions", 2, Map.of("first", 0.1, "verbatim", 1.0), Map.of())
        .violations(REPORT)).contains("The figure \"first\" was not measured.");
  }

  @Test
  void theFloorOfVerbatimIsAlwaysOne() {
    assertThatThrownBy(() -> new Floors("", "", 1, Map.of("verbatim", 0.99), Map.of()))
        .isInstanceOf(MalformedSetException.class);
    assertThatThrownBy(() -> new Floors("", "", 1, Map.of(), Map.of()))
        .isInstanceOf(MalformedSetException.class);
  }

  @Test
  void theProjectPinsItsCollectionAndQuestions() {
    Floors floors = Floors.read(Path.of("evaluation/reader-v1"));
    assertThat(floors.corpusSha256())
        .isEqualTo(Fingerprint.of(Path.of("corpus/nkidp-korean-war/reader.txt")));
    assertThat(floors.questionCount()).isEqualTo(140);
    assertThat(floors.floors()).containsKeys("right", "first", "document");
  }

  @Test
  void saysWhatAFileLacks() throws IOException {
    Path file = folder.resolve("expected.yaml");
    Files.writeString(file, "corpus: {sha256: abc}\n");
    assertThatThrownBy(() -> Floors.read(folder)).hasMessageEndingWith("the part \"questions\" is missing.");
    Files.writeString(file, "corpus: [");
    assertThatThrownBy(() -> Floors.read(folder)).hasMessageEndingWith("is not YAML.");
    Files.writeString(file, """
        corpus: {sha256: abc}
        questions: {sha256: abc, count: 1}
        floors: {verbatim: all}
        ceilings: {}
        """);
    assertThatThrownBy(() -> Floors.read(folder)).hasMessageEndingWith("\"verbatim\" is not a number.");
  }
}
