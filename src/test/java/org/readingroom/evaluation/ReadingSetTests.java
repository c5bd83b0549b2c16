package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        new ReadingQuestion("1", List.of(), "Where?", List.of("c1"), Set.of("c1"), List.of("France"), true));
    ReadingReport report = ReadingReport.of(set,
        (question, contexts) -> new Reading("c1", contexts.getFirst().text(),
            question.question().equals("Where?") ? 0.9 : 0.2, !question.question().equals("When?")),
        EvaluationOptions.DEFAULTS);
    assertThat(report.figures().get("right").value()).isOne();
    assertThat(report.figures().get("abstain").value()).isOne();
    assertThat(report.figures().get("found").n()).isOne();
    assertThat(report.abstaining().auc()).isEqualTo(1.0);
    assertThat(report.markdown()).contains("| right | 1.000 |");
  }

  @Test
  void readsQuestionsThatHaveTheirContextsWithThem() throws IOException {
    Files.writeString(folder.resolve("questions.jsonl"), """
        {"id":"1","turns":[{"speaker":"user","text":"Pigs?"},{"speaker":"agent","text":"Yes."},\
        {"speaker":"user","text":"What do they eat?"}],"answerability":"PARTIAL",\
        "contexts":[{"id":"c1","title":"","text":"Grass."},{"id":"c2","title":"","text":"Hay."}]}
        {"id":"2","turns":[{"speaker":"user","text":"Which?"}],"answerability":"UNDERSPECIFIED",\
        "contexts":[{"id":"c1","title":"","text":"Another text."}]}
        """);

    assertThat(SetForm.of(folder)).containsExactly(SetForm.READING);
    ReadingSet set = ReadingSet.read(folder);
    assertThat(set.questions()).containsExactly(
        new ReadingQuestion("1", List.of("Pigs?"), "What do they eat?", List.of("c1", "c2"),
            Set.of("c1", "c2"),
            List.of(), true),
        new ReadingQuestion("2", List.of(), "Which?", List.of("c1 of 2"), Set.of(), List.of(), false));
    assertThat(set.contextsOf(set.questions().getLast())).extracting(SetText::text)
        .containsExactly("Another text.");
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
  void anAnswerIsFoundAsWholeWords() {
    ReadingQuestion question = new ReadingQuestion("1", List.of(), "?", List.of("c1"), Set.of("c1"),
        List.of("10th century"), true);
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
