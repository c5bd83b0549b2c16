package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeirSetTests {

  @TempDir
  private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("corpus.jsonl"), """
        {"_id":"d1","title":"One","text":"lead"}
        {"_id":"d2","title":"","text":"tanks"}
        """);
    Files.writeString(folder.resolve("queries.jsonl"), """
        {"_id":"q1","text":"lead?"}
        {"_id":"q2","text":"tanks?"}
        {"_id":"q3","text":"not judged"}
        """);
    Files.writeString(folder.resolve("qrels.tsv"),
        "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t1\nq2\td2\t1\n");
  }

  @Test
  void reportsOnTheQueriesThatHaveJudgments() {
    BeirSet set = BeirSet.read(folder);
    Ranker ranker = (query, k) -> List.of(new ScoredId("d2", 2), new ScoredId("d1", 1));
    RankingReport report = RankingReport.of(set, ranker, EvaluationOptions.DEFAULTS);
    assertThat(report.queries()).isEqualTo(2);
    // q1: (1 + 2/log2 3) / (2 + 1/log2 3) = .8597; q2: 1
    assertThat(report.figures().get("ndcg@10").value()).isCloseTo((0.859719 + 1) / 2, within(1e-5));
    assertThat(report.figures().get("recall@1").value()).isEqualTo(0.75);
    assertThat(report.figures().get("mrr@10").value()).isOne();
    // Of grade 2 only q1 has a text, at rank 2: 1/log2 3.
    assertThat(report.figures().get("ndcg@10 grade>=2").value()).isCloseTo(0.63093, within(1e-5));
    assertThat(report.figures().get("ndcg@10 grade>=2").n()).isOne();
    assertThat(report.figures().get("ndcg@10 grade>=1").value()).isOne();
    assertThat(report.markdown()).contains("| ndcg@10 | 0.930 |");
  }

  @Test
  void aQueryWithoutResultsCountsAsNothingFound() {
    RankingReport report = RankingReport.of(BeirSet.read(folder), new RetrievalRun(Map.of(), List.of()),
        EvaluationOptions.DEFAULTS);
    assertThat(report.figures().get("ndcg@10").value()).isZero();
    assertThat(report.figures().get("ndcg@10").n()).isEqualTo(2);
  }

  @Test
  void writesRunsAsTrecEvalReadsThem() throws IOException {
    RetrievalRun run = RetrievalRun.of(BeirSet.read(folder),
        (query, k) -> List.of(new ScoredId("d2", 2.5), new ScoredId("d1", 1)), 10);
    run.writeTrec(folder.resolve("run.txt"), "fake");
    assertThat(folder.resolve("run.txt")).hasContent(
        "q1 Q0 d2 1 2.5 fake\nq1 Q0 d1 2 1.0 fake\nq2 Q0 d2 1 2.5 fake\nq2 Q0 d1 2 1.0 fake\n");
    assertThatThrownBy(() -> run.writeTrec(folder.resolve("run.txt"), "two words"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesARankerThatReturnsATextTwice() {
    assertThatThrownBy(() -> RetrievalRun.of(BeirSet.read(folder),
        (query, k) -> List.of(new ScoredId("d2", 2), new ScoredId("d2", 1)), 10))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void namesTheLineOfABadJudgment() throws IOException {
    Path qrels = folder.resolve("qrels.tsv");
    Files.writeString(qrels, "query-id\tcorpus-id\tscore\nq1\td1\n");
    assertThatThrownBy(() -> BeirSet.read(folder))
        .hasMessageEndingWith("qrels.tsv, line 2: there are 2 fields, not three with tabs between.");
    Files.writeString(qrels, "query-id\tcorpus-id\tscore\nq1\td9\t1\n");
    assertThatThrownBy(() -> BeirSet.read(folder))
        .hasMessageEndingWith("line 2: there is no text \"d9\".");
    Files.writeString(qrels, "query-id\tcorpus-id\tscore\nq9\td1\t1\n");
    assertThatThrownBy(() -> BeirSet.read(folder))
        .hasMessageEndingWith("line 2: there is no query \"q9\".");
    Files.writeString(qrels, "query-id\tcorpus-id\tscore\nq1\td1\thigh\n");
    assertThatThrownBy(() -> BeirSet.read(folder))
        .hasMessageEndingWith("line 2: the grade \"high\" is not a whole number.");
  }
}
