package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTests {

  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  @TempDir
  private Path folder;

  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("reader.txt"), String.join("\n", Fakes.SOURCE));
    Files.writeString(folder.resolve("questions.jsonl"), """
        {"id":"a","type":"follow-up","turns":["Lead?","How much?"],"answerable":true,"documents":[1],\
        "evidence":[{"document":1,"quote":"25,000 tons of lead"}],"answer":"25,000","must":["25,000"]}
        {"id":"x","type":"nonsense","turns":["???"],"answerable":false,"documents":[],"evidence":[],\
        "answer":"","must":[]}
        """);
  }

  private EvaluationReport run(int warmUp) {
    Answerer answerer = (question, conversation) -> {
      asked.add(conversation + ":" + question);
      return question.equals("???")
          ? Fakes.abstained()
          : Fakes.answered("[1]", Fakes.quote(Fakes.LEAD, "25,000 tons of lead"));
    };
    PassageFinder finder = (query, k) -> List.of(new PassageFinder.Found(2, "25,000 tons of lead"),
        new PassageFinder.Found(1, "He wants tons of lead, 25,"));
    return new Evaluator(answerer, finder, Fakes.collection(Fakes.LEAD, Fakes.TANKS),
        folder.resolve("reader.txt"), Clock.fixed(NOW, ZoneOffset.UTC)).run(folder,
            new EvaluationOptions(
                warmUp, Integer.MAX_VALUE, 100, 1, Map.of("answer", "Say it."), Map.of("k", "50")));
  }

  @Test
  void asksEarlierTurnsFirstInOneConversation() {
    run(0);
    assertThat(asked).containsExactly("null:Lead?", "c:How much?", "null:???");
  }

  @Test
  void warmsUpWithoutJudging() {
    assertThat(run(1).questions()).hasSize(2);
    assertThat(asked).hasSize(5).startsWith("null:Lead?", "c:How much?", "null:Lead?");
  }

  @Test
  void judgesTheLastTurn() {
    EvaluationReport report = run(0);
    assertThat(report.overall().get("right").value()).isOne();
    assertThat(report.overall().get("verbatim").value()).isOne();
    assertThat(report.byType()).containsOnlyKeys("follow-up", "nonsense");
    assertThat(report.byType().get("nonsense")).containsOnlyKeys("right", "abstain");
  }

  @Test
  void aPassageCountsOnlyInTheGoldDocument() {
    // The second passage holds 4 of the 5 words, the first is of another document.
    assertThat(run(0).overall().get("recall@1").value()).isZero();
    assertThat(run(0).overall().get("recall@3").value()).isOne();
  }

  @Test
  void recordsWhatItWasMadeWith() {
    Provenance made = run(0).provenance();
    assertThat(made.corpusSha256()).isEqualTo(Fingerprint.of(folder.resolve("reader.txt")));
    assertThat(made.questionsSha256()).isEqualTo(Fingerprint.of(folder.resolve("questions.jsonl")));
    assertThat(made.promptsSha256()).hasSize(64).isEqualTo(Fingerprint.of(Map.of("answer", "Say it.")))
        .isNotEqualTo(Fingerprint.of(Map.of("answer", "Say it!")));
    assertThat(made.configuration()).containsEntry("k", "50");
    assertThat(made.model()).isEqualTo("fake");
    assertThat(made.date()).isEqualTo(NOW);
    assertThat(made.cores()).isPositive();
  }
}
