package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingSetTests {

  @TempDir
  private Path folder;

  private void write(String questions) throws IOException {
    Files.writeString(folder.resolve("contexts.jsonl"), """
        {"_id":"c1","title":"Normans","text":"Normandy is in France."}
        {"_id":"c2","title":"","text":"Guinea pigs eat grass."}
        """);
    Files.writeString(folder.resolve("questions.jsonl"), questions);
  }

  @Test
  void readsTheFormOfSquad() throws IOException {
    write("""
        {"_id":"1","context_id":"c1","question":"Where?","answers":[{"text":"France","start":15},\
        {"text":"France","start":15}],"answerable":true,"plausible_answers":[]}
        {"_id":"2","context_id":"c1","question":"When?","answers":[],"answerable":false}
        """);
    ReadingSet set = ReadingSet.read(folder);
    assertThat(set.questions().getFirst()).isEqualTo(
        new ReadingQuestion("1", List.of(), "Where?", List.of("c1"), Set.of("c1"), List.of("France"), true,
            "answerable"));
    ReadingReport report = ReadingReport.of(set,
        (question, contexts) -> new Reading("c1", contexts.getFirst().text(),
            question.question().equals("Where?") ? 0.9 : 0.2, !question.question().equals("When?")),
        EvaluationOptions.DEFAULTS);
    assertThat(report.figures().get("right").value()).isOne();
    assertThat(report.figures().get("abstain").value()).isOne();
    assertThat(report.figures().get("found").n()).isOne();
    assertThat(report.abstaining().auc()).isEqualTo(1.0);
    assertThat(report.figures().get("auc").value()).isOne();
    assertThat(report.byKind()).isEmpty();
    assertThat(report.calibration().error()).isCloseTo(0.15, within(1e-9));
    assertThat(report.markdown()).contains("| right | 1.000 |", "| 0.500 | 0.000 | 0.900 |",
        "| 1.000 | 0.500 | 0.200 |", "Expected calibration error: 0.150.", "Latency: median ");
  }

  @Test
  void readsTheFormOfMtrag() throws IOException {
    write("""
        {"_id":"1","history":[{"speaker":"user","text":"Pigs?"},{"speaker":"agent","text":"Yes."}],\
        "question":"What do they eat?","answer":"Grass.","answerable":true,\
        "context_ids":["c1","c2"],"relevant_ids":["c2"]}
        """);
    ReadingQuestion question = ReadingSet.read(folder).questions().getFirst();
    assertThat(question.history()).containsExactly("Pigs?");
    assertThat(question.isAnsweredBy(new Reading("c2", "grass", 1, true))).isTrue();
    assertThat(question.isAnsweredBy(new Reading("c1", "grass", 1, true))).isFalse();
  }

  @Test
  void readsTheFormOfMtragUn() throws IOException {
    Files.writeString(folder.resolve("questions.jsonl"), """
        {"id":"a","collection":"pets","answerability":"ANSWERABLE","turns":[{"speaker":"user","text":"Pigs?"},\
        {"speaker":"agent","text":"Yes."},{"speaker":"user","text":"What do they eat?"}],\
        "contexts":[{"id":"p1","title":"","text":"Guinea pigs eat grass."}]}
        {"id":"b","collection":"pets","answerability":"PARTIAL","turns":[{"speaker":"user","text":"Where?"}],\
        "contexts":[{"id":"p2","title":"","text":"In burrows."},{"id":"p1","text":"Guinea pigs eat grass."}]}
        {"id":"c","collection":"pets","answerability":"UNANSWERABLE","turns":[{"speaker":"user","text":"Who?"}],\
        "contexts":[]}
        {"id":"d","collection":"law","answerability":"UNDERSPECIFIED","turns":[{"speaker":"user","text":"When?"}],\
        "contexts":[{"id":"l1","title":"Tax","text":"On Monday."}]}
        """);
    ReadingSet set = ReadingSet.read(folder);
    assertThat(set.contexts()).containsOnlyKeys("p1", "p2", "l1");
    assertThat(set.questions()).containsExactly(
        new ReadingQuestion("a", List.of("Pigs?"), "What do they eat?", List.of("p1", "p2"), Set.of("p1"), List.of(),
            true, "answerable"),
        new ReadingQuestion("b", List.of(), "Where?", List.of("p1", "p2"), Set.of("p1", "p2"), List.of(), true,
            "partial"),
        new ReadingQuestion("c", List.of(), "Who?", List.of("p1", "p2"), Set.of(), List.of(), false, "unanswerable"),
        new ReadingQuestion("d", List.of(), "When?", List.of("l1"), Set.of("l1"), List.of(), false,
            "underspecified"));
    Map<String, Double> sure = Map.of("a", 0.9, "b", 0.5, "c", 0.1, "d", 0.7);
    ReadingReport report = ReadingReport.of(set, (question, contexts) -> {
      double confidence = sure.get(question.id());
      return new Reading("p1", "Grass.", confidence, confidence > 0.6);
    }, EvaluationOptions.DEFAULTS);
    assertThat(report.figures().get("auc").value()).isEqualTo(0.75);
    assertThat(report.byKind().get("unanswerable").get("auc").value()).isOne();
    assertThat(report.byKind().get("underspecified").get("auc").value()).isEqualTo(0.5);
    assertThat(report.byKind().get("underspecified").get("right").value()).isZero();
    assertThat(report.byKind().get("partial")).containsOnlyKeys("right");
    assertThat(report.markdown()).contains("| partial | 1 | 0.000 |  |", "| unanswerable | 1 | 1.000 | 1.000 |");
  }

  @Test
  void namesTheLineOfATextThatIsTwo() throws IOException {
    Files.writeString(folder.resolve("questions.jsonl"), """
        {"id":"a","answerability":"PARTIAL","turns":[],"contexts":[{"id":"p1","text":"One."}]}
        {"id":"b","answerability":"PARTIAL","turns":[],"contexts":[{"id":"p1","text":"Two."}]}
        """);
    assertThatThrownBy(() -> ReadingSet.read(folder))
        .hasMessageEndingWith("questions.jsonl, line 2: the id \"p1\" is used for two texts.");
  }

  @Test
  void anAnswerIsFoundAsWholeWords() {
    ReadingQuestion question = new ReadingQuestion("1", List.of(), "?", List.of("c1"), Set.of("c1"),
        List.of("10th century"), true, "answerable");
    assertThat(question.isAnsweredBy(new Reading("c1", "In the 10TH\ncentury, they", 1, true))).isTrue();
    assertThat(question.isAnsweredBy(new Reading("c1", "In the 110th century", 1, true))).isFalse();
  }

  @Test
  void namesTheLineOfAnUnknownContext() throws IOException {
    write("{\"_id\":\"1\",\"context_id\":\"c9\",\"question\":\"Where?\",\"answerable\":true}\n");
    assertThatThrownBy(() -> ReadingSet.read(folder))
        .hasMessageEndingWith("questions.jsonl, line 1: there is no context \"c9\".");
  }

  @Test
  void drawsTheSameQuestionsEachTime() {
    ReadingSet set = ReadingSet
        .read(Path.of("src/test/resources/org/readingroom/evaluation/tiny-reading"));
    assertThat(set.sample(2, 7)).isEqualTo(set.sample(2, 7));
    assertThat(set.sample(2, 7).questions()).hasSize(2).doesNotHaveDuplicates();
    assertThat(set.sample(4, 7)).isEqualTo(set);
  }
}
