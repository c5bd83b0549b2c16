package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.index.PassageFilter;
import org.readingroom.index.SmallCollection;
import org.readingroom.passage.Passage;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.ReadablePassage;
import org.readingroom.reading.Reading;
import org.readingroom.text.TextAnalyzer;

class WordReaderTests {

  private static final String ASKED = "How many planes did Filippov want?";

  private IndexSnapshot index;
  private WordReader reader;

  @BeforeEach
  void make() throws IOException {
    index = MemorySnapshot.of(new TextAnalyzer(SmallCollection.AUTHORITY), "Stalin wanted planes.",
        "Mao wanted lorries.", "Kim wanted lorries and bread.", "They wanted bread.");
    reader = new WordReader(
        new LiveIndex(Path.of("none"), SmallCollection.whole(), SmallCollection.CHUNKING, null) {

          @Override
          IndexLease acquire() {
            index.index().retain();
            return new IndexLease(index);
          }
        });
  }

  @AfterEach
  void close() {
    index.index().release();
  }

  private Reading read(String question, String header, String... sentences) {
    return reader.read(question, List.of(new ReadablePassage(header, List.of(sentences)))).getFirst();
  }

  @Test
  void readsPassagesInTheirOrderAndEachSentence() {
    List<Reading> readings = reader.read(ASKED, List.of(
        new ReadablePassage("", List.of("He wants planes.", "It rained.")),
        new ReadablePassage("", List.of("It rained again.")), new ReadablePassage("", List.of())));

    assertThat(readings).hasSize(3);
    assertThat(readings.get(0).sentences()).hasSize(2);
    assertThat(readings.get(0).answers()).isGreaterThan(readings.get(1).answers());
    assertThat(readings.get(2).sentences()).isEmpty();
    assertThat(reader.read(ASKED, List.of())).isEmpty();
  }

  @Test
  void theMoreOfTheQuestionTheBetter() {
    assertThat(read(ASKED, "", "Stalin wanted planes.", "He wanted planes.", "It rained.").sentences())
        .isSortedAccordingTo((one, other) -> Double.compare(other, one)).doesNotHaveDuplicates();
  }

  @Test
  void asksMoreOfWhatSupportsAClaim() {
    List<ReadablePassage> passages = List.of(new ReadablePassage("", List.of("Stalin wanted bread.")));
    double asked = reader.read("Stalin wanted planes.", passages).getFirst().answers();
    double claimed = reader.support("Stalin wanted planes.", passages).getFirst().answers();
    assertThat(claimed).isNegative().isLessThan(asked);
  }

  @Test
  void aClaimIsSupportedByASentenceThatHasAllOfIt() {
    for (String text : List.of("Stalin wanted bread.", "石桥由商人王德明出资修建。")) {
      assertThat(supported(text, text)).as(text).isTrue();
    }
    assertThat(supported("Stalin wanted planes.", "Stalin wanted bread.")).isFalse();
    assertThat(supported("石桥由商人李德明出资修建。", "镇上的石桥建于一七八二年，由商人王德明出资修建。")).isFalse();
  }

  /** Tells whether the odds suffice by the setting of the program. */
  private boolean supported(String claim, String sentence) {
    Reading read = reader.support(claim, List.of(new ReadablePassage("", List.of(sentence)))).getFirst();
    double logit = read.sentences().getFirst() + read.answers() / 2;
    return 1 / (1 + Math.exp(-logit)) >= 0.45;
  }

  @Test
  void aRareWordCountsMoreThanACommonOne() {
    List<Double> scores = read("Who wanted planes?", "", "planes", "wanted").sentences();

    assertThat(scores.get(0)).isGreaterThan(scores.get(1));
  }

  @Test
  void knowsWordsInEveryFormOfThem() {
    List<Double> scores = read(ASKED, "", "Stalin wants a plane.", "Filippov wanted planes.").sentences();

    assertThat(scores.get(0)).isGreaterThan(read(ASKED, "", "It rained.").sentences().getFirst());
    assertThat(read("planes?", "", "a plane").sentences())
        .isEqualTo(read("planes?", "", "planes").sentences());
    assertThat(read("Filippov?", "", "Fyn Si").answers())
        .isGreaterThan(read("Filippov?", "", "Kim").answers());
  }

  @Test
  void theHeadersWordsCountHalf() {
    double none = read("planes?", "", "It rained.").answers();
    double half = read("planes?", "Telegram on planes", "It rained.").answers();
    double whole = read("planes?", "Telegram on planes", "He wants planes.").answers();

    assertThat(half).isEqualTo((none + whole) / 2, within(1e-9));
    assertThat(whole).isEqualTo(read("planes?", "", "He wants planes.").answers());
  }

  @Test
  void aPassageHasWhatItsSentencesHaveTogether() {
    Reading reading = read("lorries, bread?", "", "Mao wanted lorries.", "They wanted bread.");

    assertThat(reading.sentences()).allMatch(score -> score < reading.answers());
    assertThat(reading.answers()).isEqualTo(read("lorries, bread?", "", "bread, lorries").answers());
  }

  @Test
  void nothingAnswersAQuestionWithoutWords() {
    for (String question : List.of("", "???", " ")) {
      Reading reading = read(question, "Telegram", "Stalin wanted planes.");

      assertThat(reading.answers()).isFinite().isNegative();
      assertThat(reading.sentences()).containsExactly(reading.answers());
    }
  }

  @Test
  void supportGoesOnByWhatWasSearchedOnceTheIndexIsClosed() {
    WordReader closed = new WordReader(
        new LiveIndex(Path.of("none"), SmallCollection.whole(), SmallCollection.CHUNKING, null));
    String claim = "Stalin wanted planes.";
    List<Passage> passages = index.index().all(PassageFilter.NONE);
    List<Support> open = new SupportScorer(index.analyzer(), index::idf, reader).read(claim, passages);

    for (PassageReader each : List.of(closed, new LatinReader(closed, closed))) {
      assertThat(new SupportScorer(index.analyzer(), index::idf, each).read(claim, passages)).isEqualTo(open);
    }
    assertThatThrownBy(() -> closed.support(claim, List.of())).isInstanceOf(IndexNotReadyException.class);
  }

  @Test
  void weighsByWhatItIsTold() {
    List<ReadablePassage> passages = List.of(new ReadablePassage("", List.of("planes", "wanted")));

    assertThat(reader.weighing(index::idf).support("Who wanted planes?", passages))
        .isEqualTo(reader.support("Who wanted planes?", passages));
    assertThat(reader.weighing(term -> 1).support("wanted planes", passages).getFirst().sentences())
        .containsExactly(-6.0, -6.0);
  }

  @Test
  void isCalledNone() {
    assertThat(reader.name()).isEqualTo("none");
  }
}
