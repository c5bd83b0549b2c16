package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Passage;
import org.readingroom.search.HybridRetriever.Found;
import org.readingroom.search.HybridRetriever.Hits;

class HybridRetrieverTests {

  private static final List<Found> FOUND = IntStream.range(0, 6).mapToObj(i -> new Found(passage(i), 1 - 0.1 * i))
      .toList();

  private static Passage passage(int number) {
    Document document = SmallCollection.document(number + 1, "Note", DocumentDate.UNKNOWN,
        org.readingroom.collection.Kind.NOTE, null, null, "It rained.");
    return new Chunker(SmallCollection.CHUNKING).chunk(document).getFirst();
  }

  private static List<Found> found(int... places) {
    return IntStream.of(places).mapToObj(FOUND::get).toList();
  }

  @Test
  void readsTheBestFusedAndTheNearestInTurn() {
    Hits hits = new Hits(FOUND, found(4, 5, 0));

    assertThat(hits.toRead(4)).isEqualTo(found(0, 4, 1, 5));
    assertThat(hits.toRead(3)).isEqualTo(found(0, 4, 1));
  }

  @Test
  void readsWhatIsBothOnceAndTheNextInstead() {
    Hits hits = new Hits(FOUND, found(0, 1, 5));

    assertThat(hits.toRead(4)).isEqualTo(found(0, 1, 2, 5));
    assertThat(hits.toRead(100)).isEqualTo(found(0, 1, 2, 5, 3, 4));
  }

  @Test
  void readsTheFusedAloneWhereNothingIsNear() {
    assertThat(new Hits(FOUND, List.of()).toRead(3)).isEqualTo(found(0, 1, 2));
    assertThat(new Hits(List.of(), List.of()).toRead(3)).isEmpty();
  }

  @Test
  void aDateFitsTheBetterTheMoreExactlyTheDocumentIsOfIt() {
    assertThat(match("30 January 1950", SmallCollection.day(1950, 1, 30))).isEqualTo(1);
    assertThat(match("January 1950", SmallCollection.day(1950, 1, 30))).isEqualTo(0.8);
    assertThat(match("January 1950", new DocumentDate(LocalDate.of(1949, 9, 15), null, "after 15 September 1949")))
        .isEqualTo(0.5);
    assertThat(match("29 January 1950", SmallCollection.day(1950, 1, 30))).isBetween(0.4, 0.5);
    assertThat(match("January 1950", SmallCollection.day(1953, 1, 30))).isBetween(0.0, 0.01);
    assertThat(match("February 1950", SmallCollection.day(1950, 1, 30))).isZero();
  }

  @Test
  void noDateFitsWhereNoneIsKnownOrAsked() {
    assertThat(match("30 January 1950", DocumentDate.UNKNOWN)).isZero();
    assertThat(match("30 January", SmallCollection.day(1950, 1, 30))).isZero();
    assertThat(match("the winter", SmallCollection.day(1950, 1, 30))).isZero();
  }

  private static double match(String asked, DocumentDate date) {
    return HybridRetriever.dateMatch(new Query(asked, Filters.NONE, Set.of(), List.of(),
        DateExpressions.find(asked)), date);
  }

  @Test
  void theWordsOfANameArePartOfIt() {
    TextAnalyzer analyzer = new TextAnalyzer(new Authority(List.of(
        new Authority.Entry(Authority.Type.PERSON, "Zhou Enlai", List.of("Chou En-lai")))));
    String text = "Did Zhou Enlai send lead?";
    Query query = new Query(text, Filters.NONE, Set.of(), analyzer.terms(text), List.of());

    assertThat(query.terms()).filteredOn(term -> HybridRetriever.isPartOfName(query, term))
        .extracting(term -> text.substring(term.start(), term.end())).containsExactly("Zhou", "Enlai");
    assertThat(query.names()).containsExactly("Zhou Enlai");
  }
}
