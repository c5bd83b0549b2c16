package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Passage;
import org.readingroom.reading.ReadingSettings;
import org.readingroom.search.HybridRetriever.Fused;

class AnswerReaderTests {

  private static final ReadingSettings TWO = new ReadingSettings("bundled", 1, 2, 1, 9);
  private final FakeReader reader = FakeReader.finding("lead");

  private static Passage passage(int number, String text) {
    return new Chunker(SmallCollection.CHUNKING).chunk(SmallCollection.document(number, "Note " + number,
        DocumentDate.UNKNOWN, Kind.NOTE, "Mao", null, text)).getFirst();
  }

  /** Returns passages with falling scores and these cosines. */
  private static List<Fused> found(double... cosines) {
    return IntStream.range(0, cosines.length)
        .mapToObj(i -> new Fused(i, passage(i + 1, "It rained " + i + "."), 1 - 0.1 * i, cosines[i]))
        .toList();
  }

  @Test
  void readsTheBestFusedAndTheNearestInTurn() {
    List<Fused> found = found(0.1, 0.2, 0.3, 0.9, 0.8);

    assertThat(AnswerReader.toRead(found, 4)).extracting(Fused::record).containsExactly(0, 3, 1, 4);
    assertThat(AnswerReader.toRead(found, 3)).extracting(Fused::record).containsExactly(0, 3, 1);
    assertThat(AnswerReader.toRead(found, 9)).extracting(Fused::record).containsExactlyInAnyOrder(0, 1, 2, 3,
        4);
    assertThat(AnswerReader.toRead(List.of(), 9)).isEmpty();
  }

  @Test
  void addsUpWhatSentencePassageAndSearchSay() {
    List<Fused> found = List.of(new Fused(0, passage(1, "He wants lead. It rained."), 0.5, 0.5));

    assertThat(new AnswerReader(reader, TWO).best("How much lead?", "How much lead?", found))
        .isCloseTo(FakeReader.FITS + FakeReader.FITS + 9 * 0.5, within(1e-9));
  }

  @Test
  void nothingFoundAnswersNothing() {
    assertThat(new AnswerReader(reader, TWO).best("What?", "What?", List.of()))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void readsNoMorePassagesThanItShould() {
    new AnswerReader(reader, TWO).best("What?", "What?", found(0.1, 0.2, 0.3));

    assertThat(reader.passages).hasSize(2);
  }

  @Test
  void tellsTheReaderWhatThePassageIsFrom() {
    new AnswerReader(reader, TWO).best("What?", "What?", found(0.1));

    assertThat(reader.passages.getFirst().header()).isEqualTo("no. 1, Note 1 (Mao)");
  }

  @Test
  void readsAQuestionThatLeansOnAnotherWithItAndWithout() {
    new AnswerReader(reader, TWO).best("How much lead? And what for?", "And what for?", found(0.1));

    assertThat(reader.questions).containsExactly("How much lead? And what for?", "And what for?");
  }
}
