package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.ReadablePassage;
import org.readingroom.reading.Reading;

class PackSetTests {

  /** The checksums of their names leave the remainders 0 and 4. */
  private static final String HELD = "1:letters-4";
  private static final String TRAINED_ON = "1:novel-0";

  @TempDir
  private Path folder;

  @BeforeEach
  void write() throws IOException {
    packed("packs.jsonl.gz", """
        {"pack":"HELD","passages":[\
        {"id":"1","corpus":"reader","doc":"1","place":0,"title":"Telegram","head":"","sents":["Stalin wants\
         25,000","tons of lead."]},\
        {"id":"2","corpus":"reader","doc":"2","place":0,"title":"Letter","head":"Part 2","sents":["Mao wants nine\
         regiments of tanks.","Yours"]}]}
        {"pack":"OTHER","passages":[{"id":"1","corpus":"novel","doc":"x","place":0,"title":"War","head":"",\
        "sents":["He slept."]}]}
        """);
    packed("questions.jsonl.gz", """
        {"pack":"HELD","style":"natural","q":"How much lead?","a":[["1.1","1.2"]],"p":[]}
        {"pack":"HELD","style":"terse","q":"Tanks?","a":[["2.1"],["1.1"]],"p":["2.2"]}
        {"pack":"HELD","style":"terse","q":"Planes?","a":[],"p":["2.1"]}
        {"pack":"OTHER","style":"why","q":"What did he do?","a":[["1.1"]],"p":[]}
        """);
  }

  private void packed(String file, String lines) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(file)))) {
      out.write(lines.replace("HELD", HELD).replace("OTHER", TRAINED_ON).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Scores sentences by what is laid down for their words, and each passage 2. */
  private static PassageReader reader(Map<String, Double> scores) {
    return new PassageReader() {

      @Override
      public List<Reading> read(String question, List<ReadablePassage> passages) {
        return passages.stream().map(passage -> new Reading(2,
            passage.sentences().stream().map(sentence -> scores.getOrDefault(question + sentence, -1.0)).toList()))
            .toList();
      }

      @Override
      public String name() {
        return "fake";
      }
    };
  }

  private static PackReader packReader() {
    return new PackReader(
        reader(Map.of("How much lead?tons of lead.", 4.0, "Tanks?Yours", 3.0,
            "Tanks?Mao wants nine regiments of tanks.", 2.5, "Planes?Yours", 2.0)),
        0.5, best -> best / 10);
  }

  @Test
  void takesThePacksThatAreHeldBackUnlessEveryOneIsWanted() {
    assertThat(PackSet.isHeld(HELD)).isTrue();
    assertThat(PackSet.isHeld(TRAINED_ON)).isFalse();
    assertThat(PackSet.read(folder, false).questions()).extracting(PackQuestion::question)
        .containsExactly("How much lead?", "Tanks?", "Planes?");
    assertThat(PackSet.read(folder, true).questions()).hasSize(4);
  }

  @Test
  void theHeaderIsTheTitleWithTheHeadBehindIt() {
    assertThat(PackSet.read(folder, false).questions().getFirst().pack().texts()).extracting(ReadablePassage::header)
        .containsExactly("Telegram", "Letter / Part 2");
  }

  @Test
  void namesTheLineOfAnUnknownPackOrSentence() throws IOException {
    packed("questions.jsonl.gz", "{\"pack\":\"none\",\"style\":\"why\",\"q\":\"Why?\",\"a\":[]}\n");
    assertThatThrownBy(() -> PackSet.read(folder, true))
        .hasMessageEndingWith("questions.jsonl.gz, line 1: there is no pack \"none\".");
    packed("questions.jsonl.gz", "\n{\"pack\":\"HELD\",\"style\":\"why\",\"q\":\"Why?\",\"a\":[[\"1.3\"]]}\n");
    assertThatThrownBy(() -> PackSet.read(folder, true))
        .hasMessageEndingWith("questions.jsonl.gz, line 2: the pack has no sentence \"1.3\".");
  }

  @Test
  void saysThatAFileIsNotPacked() throws IOException {
    Files.writeString(folder.resolve("packs.jsonl.gz"), "{}");
    assertThatThrownBy(() -> PackSet.read(folder, true)).isInstanceOf(MalformedSetException.class)
        .hasMessageEndingWith("packs.jsonl.gz cannot be read.");
  }

  @Test
  void saysThatNoPackIsHeldBack() throws IOException {
    packed("questions.jsonl.gz", "{\"pack\":\"OTHER\",\"style\":\"why\",\"q\":\"Why?\",\"a\":[]}\n");
    assertThatThrownBy(() -> PackSet.read(folder, false)).isInstanceOf(MalformedSetException.class)
        .hasMessageContaining("no question about a pack that is held back");
  }

  @Test
  void ranksSentencesByTheirOwnScoreAndTheirPassages() {
    List<PackQuestion> questions = PackSet.read(folder, false).questions();
    PackAnswer tanks = packReader().read(questions.get(1));
    assertThat(tanks).isEqualTo(new PackAnswer(HELD, "reader", "terse", "Tanks?", true, "2.2", 2, 4, 0.4));
    PackAnswer planes = packReader().read(questions.get(2));
    assertThat(planes).isEqualTo(new PackAnswer(HELD, "reader", "terse", "Planes?", false, "2.2", 0, 3, 0.3));
  }

  @Test
  void reportsByStyleAndCorpus() {
    PackReport report = PackReport.of(PackSet.read(folder, true), packReader(), recall(List.of()),
        EvaluationOptions.UNWARMED);
    assertThat(report.all().questions()).isEqualTo(4);
    // "He slept." has no score laid down but is the only sentence there is.
    assertThat(report.all().figures().get("hit").value()).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(report.all().figures().get("mrr").value()).isCloseTo(2.5 / 3, within(1e-9));
    assertThat(report.all().figures().get("auc").value()).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(report.byCorpus()).containsOnlyKeys("novel", "reader");
    assertThat(report.byCorpus().get("reader").figures().get("auc").value()).isOne();
    assertThat(report.byStyle().get("terse").figures().get("hit").value()).isZero();
    assertThat(report.byStyle().get("terse").calibration().error()).isCloseTo(0.45, within(1e-9));
    assertThat(report.abstaining().curve().getLast().risk()).isEqualTo(0.5);
    assertThat(report.markdown()).contains("| terse | 2 | 0.000 | 0.500 | 1.000 | 0.450 |", "| novel | 1 |",
        "Expected calibration error: ", "| answered | risk |", "Latency: median ");
    Reports.write(report, folder);
    assertThat(folder.resolve("packs.json")).content().contains("\"by_style\"", "\"rank\" : 2");
  }

  private static PackRecall recall(List<Passage> found) {
    return new PackRecall(Fakes.collection(Fakes.LEAD, Fakes.TANKS), (question, k) -> found);
  }

  private static Passage passage(Document document, String words) {
    int start = document.text().indexOf(words);
    Span span = new Span(start, start + words.length());
    return new Passage(document, 0, span, List.of(new Sentence(span, document.paragraphs().getFirst().role(), 0)));
  }

  @Test
  void anAnswerIsFoundWhereEverySentenceOfOneOfItsSetsIs() {
    List<PackQuestion> questions = PackSet.read(folder, true).questions();
    Passage tanks = passage(Fakes.TANKS, "regiments of tanks. Yours");
    Passage wants = passage(Fakes.LEAD, "Stalin wants");
    Passage lead = passage(Fakes.LEAD, "of lead");
    assertThat(recall(List.of(tanks, wants, lead)).depth(questions.get(0))).contains(3);
    assertThat(recall(List.of(tanks, wants)).depth(questions.get(0))).contains(Integer.MAX_VALUE);
    assertThat(recall(List.of(lead, wants, tanks)).depth(questions.get(1))).contains(2);
    assertThat(recall(List.of(tanks)).depth(questions.get(2))).as("not answerable").isEmpty();
    assertThat(recall(List.of(tanks)).depth(questions.get(3))).as("not from the collection").isEmpty();
  }

  @Test
  void sentencesThatDoNotStandInTheCollectionAreNotCounted() {
    PackRecall elsewhere = new PackRecall(Fakes.collection(Fakes.document(1, "Other words.", 2)),
        (question, k) -> List.of());
    assertThat(elsewhere.depth(PackSet.read(folder, false).questions().getFirst())).isEmpty();
  }

  @Test
  void reportsRecallByStyle() {
    List<Passage> found = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      found.add(passage(Fakes.TANKS, "Yours"));
    }
    found.add(passage(Fakes.TANKS, "Mao"));
    PackReport report = PackReport.of(PackSet.read(folder, false), packReader(), recall(found),
        EvaluationOptions.UNWARMED);
    assertThat(report.recall()).containsOnlyKeys("all", "natural", "terse");
    assertThat(report.recall().get("terse").get("recall@5").value()).isZero();
    assertThat(report.recall().get("terse").get("recall@10").value()).isOne();
    assertThat(report.recall().get("all").get("recall@50").value()).isEqualTo(0.5);
    assertThat(report.markdown()).contains("| terse | 1 | 0.000 | 1.000 | 1.000 | 1.000 | 1.000 |");
  }

  @Test
  void drawsTheSameQuestionsEachTime() {
    PackSet set = PackSet.read(folder, true);
    assertThat(set.sample(2, 7)).isEqualTo(set.sample(2, 7));
    assertThat(set.sample(2, 7).questions()).hasSize(2).doesNotHaveDuplicates();
    assertThat(set.sample(4, 7)).isEqualTo(set);
  }
}
