package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionSetTests {

  private static final String GOOD = """
      {"id":"a","type":"fact","turns":["Who?"],"answerable":true,"documents":[1],\
      "evidence":[{"document":1,"quote":"He"}],"answer":"He.","must":["he"]}""";

  @TempDir
  private Path folder;

  @Test
  void readsTheSetOfTheProject() {
    QuestionSet set = QuestionSet.read(Path.of("evaluation/reader-v1"));
    assertThat(set.questions()).hasSize(140);
    assertThat(set.questions()).filteredOn(GoldQuestion::answerable).hasSize(116);
    assertThat(set.sha256()).isEqualTo(Floors.read(Path.of("evaluation/reader-v1")).questionsSha256());
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '~', value = {"\"id\":\"a\";\"x\":1;\"id\" is missing.",
      "\"type\":\"fact\";\"type\":7;\"type\" is not a string.",
      "\"turns\":[\"Who?\"];\"turns\":[];\"turns\" needs at least one turn, and none that is empty.",
      "true;\"yes\";\"answerable\" is not true or false.",
      "\"documents\":[1];\"documents\":[];an answerable question names the documents that answer it.",
      "\"document\":1;\"document\":2;there is evidence from document 2, which is not among \"documents\".",
      "\"quote\":\"He\";\"quote\":\"…\";a quotation in \"evidence\" holds no word.",
      "[\"he\"];[\"(he\"];\"(he\" in \"must\" is not a pattern.", "{;[;this is not JSON."})
  void namesTheLineAndTheMistake(String good, String bad, String sentence) throws IOException {
    String first = GOOD.replace("\"id\":\"a\"", "\"id\":\"b\"");
    Files.writeString(folder.resolve("questions.jsonl"), first + "\n\n" + GOOD.replace(good, bad) + "\n");
    assertThatThrownBy(() -> QuestionSet.read(folder)).isInstanceOf(MalformedSetException.class)
        .hasMessageEndingWith("questions.jsonl, line 3: " + sentence);
  }

  @Test
  void refusesAnIdThatIsUsedTwice() throws IOException {
    Files.writeString(folder.resolve("questions.jsonl"), GOOD + "\n" + GOOD);
    assertThatThrownBy(() -> QuestionSet.read(folder))
        .hasMessageEndingWith("line 2: the id \"a\" is used twice.");
  }

  @Test
  void saysWhenThereIsNoFileOrNoQuestion() throws IOException {
    assertThatThrownBy(() -> QuestionSet.read(folder)).hasMessageEndingWith("cannot be read.");
    Files.writeString(folder.resolve("questions.jsonl"), "\n");
    assertThatThrownBy(() -> QuestionSet.read(folder)).hasMessageEndingWith("holds no question.");
  }

  @Test
  void patternsMatchAnyCaseOfAnyScript() throws IOException {
    Files.writeString(folder.resolve("questions.jsonl"), GOOD.replace("[\"he\"]", "[\"\\\\bНОТА\\\\b\"]"));
    GoldQuestion question = QuestionSet.read(folder).questions().getFirst();
    assertThat(question.must().getFirst().matcher("эта нота.").find()).isTrue();
    assertThat(question.must().getFirst().matcher("нотариус").find()).isFalse();
  }

  @Test
  void aSampleIsTheSameEachTimeAndInOrder() {
    QuestionSet set = QuestionSet.read(Path.of("evaluation/reader-v1"));
    QuestionSet sample = set.sample(20, 1950);
    assertThat(sample.questions()).hasSize(20).isSubsetOf(set.questions())
        .isEqualTo(set.sample(20, 1950).questions()).isNotEqualTo(set.sample(20, 1951).questions());
    assertThat(sample.questions()).isSortedAccordingTo(
        java.util.Comparator.comparingInt(question -> set.questions().indexOf(question)));
    assertThat(set.sample(1_000, 1950).questions()).isEqualTo(set.questions());
  }
}
