package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.ReadablePassage;
import org.readingroom.reading.Reading;

class PackSetTests {

  /** Two names of packs, of which training holds back the first. */
  private static final String HELD = name(true);
  private static final String READ = name(false);

  @TempDir
  private Path folder;

  private static String name(boolean held) {
    return IntStream.range(0, 100).mapToObj(i -> "1:town-minutes-" + i)
        .filter(pack -> PackSet.isHeld(pack) == held).findFirst().orElseThrow();
  }

  private void write(String name, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(text.replace("HELD", HELD).replace("READ", READ).getBytes(StandardCharsets.UTF_8));
    }
  }

  private void writePacks() throws IOException {
    String passages = """
        "passages":[{"id":"1","title":"Minutes","head":"May","sents":["The bridge fell.","It was old."]},
        {"id":"2","title":"Minutes","head":"","sents":["The bridge was built in 1921."]}]}
        """.replace("\n", "");
    write("packs.jsonl.gz", "{\"pack\":\"HELD\"," + passages + "\n{\"pack\":\"READ\"," + passages + "\n");
  }

  /** Reads every sentence by how many words of the question it has. */
  private static final class Words implements PassageReader {

    @Override
    public List<Reading> read(String question, List<ReadablePassage> passages) {
      return passages.stream().map(passage -> new Reading(0, passage.sentences().stream()
          .map(sentence -> (double) List.of(question.split(" ")).stream().filter(sentence::contains).count())
          .toList())).toList();
    }

    @Override
    public List<Reading> support(String claim, List<ReadablePassage> passages) {
      return read(claim, passages);
    }

    @Override
    public String name() {
      return "words";
    }
  }

  @Test
  void keepsTheHeldPacksOnly() throws IOException {
    writePacks();
    write("questions.jsonl.gz", """
        {"pack":"HELD","style":"natural","q":"When was it built?","a":[["2.1"],["1.1","1.2"]],"p":[]}
        {"pack":"READ","style":"natural","q":"Why did it fall?","a":[["1.2"]],"p":[]}
        """);

    PackSet set = PackSet.read(folder);

    assertThat(set.questions()).singleElement().satisfies(question -> {
      assertThat(question.text()).isEqualTo("When was it built?");
      assertThat(question.corpus()).isEqualTo("town-minutes");
      assertThat(question.passages()).extracting(ReadablePassage::header)
          .containsExactly("Minutes / May", "Minutes");
      assertThat(question.right()).containsExactlyInAnyOrder(new PackSet.Place(1, 0), new PackSet.Place(0, 0),
          new PackSet.Place(0, 1));
    });
  }

  @Test
  void measuresWhetherTheBestSentenceAnswers() throws IOException {
    writePacks();
    write("questions.jsonl.gz", """
        {"pack":"HELD","style":"natural","q":"was built in 1921","a":[["2.1"]],"p":[]}
        {"pack":"HELD","style":"paraphrase","q":"bridge built","a":[["1.1"]],"p":[]}
        {"pack":"HELD","style":"natural","q":"tunnel","a":[],"p":["1.1"]}
        """);

    PackReport report = PackReport.of(PackSet.read(folder), new Words(), 0.5, Map.of());

    assertThat(report.all().questions()).isEqualTo(3);
    assertThat(report.all().hit()).isEqualTo(0.5);
    assertThat(report.all().mrr()).isEqualTo(0.75);
    assertThat(report.all().auc()).isEqualTo(1);
    assertThat(report.styles().get("paraphrase").mrr()).isEqualTo(0.5);
    assertThat(report.styles().get("paraphrase").auc()).isNaN();
    assertThat(report.calibrationError()).as("every passage at one half, a third of them right")
        .isCloseTo(1.0 / 6, within(1e-9));
    assertThat(report.markdown()).contains("| all | 3 | 0.500 | 0.750 | 1.000 |",
        "| paraphrase | 1 | 0.000 | 0.500 | – |", "| from town-minutes | 3 |");
  }

  @Test
  void ofSentencesThatReadAlikeEachMayBeTheBest() throws IOException {
    writePacks();
    write("questions.jsonl.gz", """
        {"pack":"HELD","style":"natural","q":"bridge","a":[["1.1"]],"p":[]}
        {"pack":"HELD","style":"list","q":"bridge","a":[["1.1"],["2.1"]],"p":[]}
        {"pack":"HELD","style":"terse","q":"tunnel","a":[["1.2"]],"p":[]}
        """);

    PackReport report = PackReport.of(PackSet.read(folder), new Words(), 0.5, Map.of());

    assertThat(report.styles().get("natural").hit()).isEqualTo(0.5);
    assertThat(report.styles().get("natural").mrr()).isEqualTo(0.75);
    assertThat(report.styles().get("list").mrr()).isEqualTo(1);
    assertThat(report.styles().get("terse").mrr()).isCloseTo((1 + 1 / 2.0 + 1 / 3.0) / 3, within(1e-9));
  }

  @Test
  void namesTheLineThatIsWrong() throws IOException {
    writePacks();
    write("questions.jsonl.gz", """
        {"pack":"HELD","style":"natural","q":"When?","a":[["2.2"]],"p":[]}
        """);

    assertThatThrownBy(() -> PackSet.read(folder)).isInstanceOf(MalformedSetException.class)
        .hasMessageContaining("no sentence \"2.2\"");
    for (String label : List.of("[\"2.1\"]", "[[2.1]]", "[[]]")) {
      write("questions.jsonl.gz",
          "{\"pack\":\"HELD\",\"style\":\"natural\",\"q\":\"When?\",\"a\":" + label + "}");
      assertThatThrownBy(() -> PackSet.read(folder)).isInstanceOf(MalformedSetException.class)
          .hasMessageContaining("\"a\" is not a list of lists of strings.");
    }
  }
}
