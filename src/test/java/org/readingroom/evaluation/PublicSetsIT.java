package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.search.Filters;

/** Measures the program, with its real model, on sets of a few lines. */
class PublicSetsIT {

  private static final EvaluationOptions OPTIONS = EvaluationOptions.DEFAULTS.warmingUp(1)
      .recording(Map.of(), Map.of("ranking.date", "0.5"));
  private static final Path BEIR = Path.of("src/test/resources/org/readingroom/evaluation/tiny-beir");
  private static final Path READING = Path.of("src/test/resources/org/readingroom/evaluation/tiny-reading");

  @TempDir
  static Path home;

  private static Programs programs;

  @BeforeAll
  static void settings() {
    programs = ProgramSettings.programs(home);
  }

  @Test
  void ranksTextsByTheirBestPassage() {
    RankingReport report = new PublicSets(programs, OPTIONS).rank(BEIR);
    assertThat(report.queries()).isEqualTo(2);
    assertThat(report.figures().get("mrr@10").value()).isOne();
    assertThat(report.figures().get("recall@100").value()).isOne();
    assertThat(report.figures()).containsKeys("ndcg@10", "ndcg@10 grade>=2");
    Reports.write(report, home);
    assertThat(home.resolve("ranking.json")).content().contains("\"ndcg@10\"", "\"ranking.date\" : \"0.5\"");
  }

  @Test
  void keepsTheIndexForTheNextTime() throws Exception {
    PublicSets sets = new PublicSets(programs, OPTIONS);
    sets.rank(BEIR);
    Path index = home.resolve("evaluation/tiny-beir");
    List<Path> before = files(index);
    sets.rank(BEIR);
    assertThat(files(index)).isEqualTo(before).isNotEmpty();
    assertThat(home.resolve("index")).doesNotExist();
  }

  private static List<Path> files(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.filter(file -> !file.toString().endsWith(".lock")).sorted().toList();
    }
  }

  @Test
  void comparesConfigurations() {
    List<String> told = new ArrayList<>();
    Map<String, Map<String, String>> configurations = new LinkedHashMap<>();
    configurations.put("words", Map.of("ranking.lexical", "1"));
    configurations.put("by rank", Map.of("ranking.fusion", "rrf"));
    String table = new Ablation(programs, OPTIONS, told::add)
        .rankings(BEIR, new Configurations(configurations)).markdown();
    assertThat(told).containsExactly("as it is", "words", "by rank");
    assertThat(table).contains("| as it is | ", "| words | ", "| by rank | ", "ndcg@10");
  }

  @Test
  void readsContextsAndAbstains() {
    ReadingReport report = new PublicSets(programs, OPTIONS).read(READING, Integer.MAX_VALUE);
    assertThat(report.figures().get("found").n()).isEqualTo(2);
    assertThat(report.figures().get("found").value()).isOne();
    assertThat(report.figures().get("abstain").value()).isOne();
    assertThat(report.abstaining().auc()).isOne();
  }

  @Test
  void quotesFromOneTextAndCountsTheWords() throws Exception {
    Path set = Files.createDirectories(home.resolve("tiny-verbatim"));
    Files.writeString(set.resolve("rows.jsonl"),
        """
            {"query":"When did the old bridge over the river fall?","title":"Bridges","text":"The town has a mill. The old bridge over the river fell in 1921. The mayor was Ann Smith.","spans":[{"start":21,"end":64}]}
            {"query":"Who invented the steam engine in Scotland?","title":"Gardens","text":"Roses want sun and water. Tulips are planted in autumn.","spans":[]}
            """);

    ReadingReport report = new PublicSets(programs, OPTIONS).quote(set);

    assertThat(report.figures().get("f1").value()).isOne();
    assertThat(report.figures().get("word_recall").n()).isEqualTo(9);
    assertThat(report.figures().get("abstain").value()).isOne();
    assertThat(report.figures().get("false_abstain").value()).isZero();
  }

  @Test
  void aQuestionThatTakesNoSearchIsNotJudgedByThatOfTheOneBefore() {
    ReadingSet set = ReadingSet.read(READING);
    SetCollection texts = new SetCollection(set.name(), List.copyOf(set.contexts().values()));
    try (Program program = programs.over(texts.collection(), set.name(), Map.of())) {
      assertThat(program.askAll(List.of("Who designed the Eiffel Tower in Paris?"), Filters.NONE).retrieval())
          .isPresent();
      Program.Asked counted = program.askAll(List.of("How many documents are there?"), Filters.NONE);

      assertThat(counted.turn().model()).isEqualTo("catalogue");
      assertThat(counted.retrieval()).isEmpty();
      assertThat(counted.confidence()).isOne();
    }
  }

  @Test
  void opensOnlyWhatThereIs() {
    assertThatThrownBy(() -> programs.open(Map.of("ranking.latte", "0")))
        .isInstanceOf(MalformedSetException.class).hasMessage("There is no setting \"ranking.latte\".");
  }
}
