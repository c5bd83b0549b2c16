package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.index.SmallCollection;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Passage;
import org.readingroom.reading.Reading;
import org.readingroom.search.HybridRetriever.Fused;

class AnswerReaderTests {

  private static final Ranking TWO = Rankings.configured(
      Map.of("reading-room.ranking.read", 2, "reading-room.ranking.passage", 0.5));
  private final FakeReader reader = FakeReader.finding("lead");

  private static Passage passage(int number, String text) {
    return new Chunker(SmallCollection.CHUNKING).chunk(SmallCollection.document(number, "Note " + number,
        DocumentDate.UNKNOWN, Kind.NOTE, "Mao", null, text)).getFirst();
  }

  /** Returns passages with falling scores and these cosines. */
  private static List<Fused> found(double... cosines) {
    return IntStream.range(0, cosines.length)
        .mapToObj(i -> new Fused(passage(i + 1, "It rained " + i + "."), 1 - 0.1 * i, cosines[i]))
        .toList();
  }

  private static int number(Fused found) {
    return found.passage().document().number();
  }

  @Test
  void readsTheBestFusedAndTheNearestInTurn() {
    List<Fused> found = found(0.1, 0.2, 0.3, 0.9, 0.8);

    assertThat(AnswerReader.toRead(found, 4)).extracting(AnswerReaderTests::number).containsExactly(1, 4, 2,
        5);
    assertThat(AnswerReader.toRead(found, 3)).extracting(AnswerReaderTests::number).containsExactly(1, 4, 2);
    assertThat(AnswerReader.toRead(found, 9)).extracting(AnswerReaderTests::number)
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    assertThat(AnswerReader.toRead(List.of(), 9)).isEmpty();
  }

  @Test
  void aSentenceGainsWithItsPassage() {
    List<Fused> found = List.of(new Fused(passage(1, "He wants lead. It rained."), 0.5, 0.5));
    ReadPassages read = new AnswerReader(reader, TWO).read("How much lead?", found);

    assertThat(read.grounds()).containsOnly(Map.entry(Ground.READ, FakeReader.FITS * 1.5),
        Map.entry(Ground.FOUND, 0.5));
  }

  @Test
  void scoresSentencesBesideTheBestOne() {
    List<Fused> found = List.of(new Fused(passage(1, "He wants lead. It rained."), 0.5, 0.5),
        new Fused(passage(2, "It snowed."), 0.9, 0.5));
    ReadPassages read = new AnswerReader(reader, TWO).read("How much lead?", found);

    assertThat(read.score(found.get(0).passage(), 0)).isEqualTo(1);
    assertThat(read.score(found.get(0).passage(), 1)).isEqualTo(0);
    assertThat(read.score(found.get(1).passage(), 0)).isEqualTo(0);
    assertThat(read.score(passage(3, "It hailed."), 0)).as("not read").isEqualTo(0);
    assertThat(read.grounds()).containsEntry(Ground.FOUND, 0.5);
  }

  @Test
  void aSentenceThatIsHalfAsGoodCountsHalf() {
    Passage passage = passage(1, "Lead. Tin. Zinc.");
    ReadPassages read = new ReadPassages(Map.of(
        passage.id(),
        new ReadPassages.Read(0.4, new Reading(2, List.of(3.0, -1.0, Double.NEGATIVE_INFINITY)))), 0.5);

    assertThat(read.score(passage, 1)).isEqualTo(0.5);
    assertThat(read.score(passage, 2)).isEqualTo(0);
  }

  @Test
  void nothingFoundAnswersNothing() {
    assertThat(new AnswerReader(reader, TWO).read("What?", List.of()).grounds()).isEmpty();
  }

  @Test
  void readsNoMorePassagesThanItShould() {
    new AnswerReader(reader, TWO).read("What?", found(0.1, 0.2, 0.3));

    assertThat(reader.passages).hasSize(2);
  }

  @Test
  void tellsTheReaderWhatThePassageIsFrom() {
    new AnswerReader(reader, TWO).read("What?", found(0.1));

    assertThat(reader.passages.getFirst().header()).isEqualTo("no. 1, Note 1 (Mao)");
  }
}
