package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.readingroom.search.SmallCollection.CHUNKING;
import static org.readingroom.search.SmallCollection.LEAD;
import static org.readingroom.search.SmallCollection.LETTER;
import static org.readingroom.search.SmallCollection.MODELS;
import static org.readingroom.search.SmallCollection.RICE;
import static org.readingroom.search.SmallCollection.TALKS;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.embedding.BundledModel;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;
import org.readingroom.reading.ReadablePassage;
import org.readingroom.reading.TrainedReader;

class PassageSearchIT {

  @TempDir
  static Path folder;

  private static OnnxEmbeddingModel model;
  private static LiveIndex index;
  private static TrainedReader reader;
  private static PassageSearch search;

  @BeforeAll
  static void open() {
    model = new OnnxEmbeddingModel(BundledModel.BGE_SMALL_EN_V15_Q, MODELS, 2);
    index = new LiveIndex(folder, SmallCollection.whole(), CHUNKING, model);
    index.open(BuildProgress.SILENT);
    reader = new TrainedReader(null, MODELS, 2);
    search = new PassageSearch(index, Rankings.configured(), reader);
  }

  @AfterAll
  static void close() throws Exception {
    reader.close();
    index.close();
    model.close();
  }

  @Test
  void findsWhatIsAskedInOtherWords() {
    assertThat(first("How much of the metal did the Soviet leader ask for?")).isEqualTo(LEAD);
    assertThat(first("Was there enough to eat?")).isEqualTo(RICE);
  }

  @Test
  void findsAPlaceByItsOtherName() {
    assertThat(first("Peiping")).isEqualTo(TALKS);
    assertThat(search.search("Peiping", Filters.NONE, 1).getFirst().passage().text()).contains("Beijing");
  }

  @Test
  void findsAPersonByACoverName() {
    assertThat(first("Fyn Si")).isEqualTo(LEAD);
  }

  @Test
  void keepsToTheDocumentsWanted() {
    assertThat(found("lead", new Filters(Set.of(2, 3), null, null, Set.of(), null)))
        .containsOnly(TALKS, RICE);
    assertThat(found("lead", new Filters(Set.of(99), null, null, Set.of(), null))).isEmpty();
  }

  @Test
  void keepsToTheDocumentThatTheQuestionNames() {
    assertThat(found("What does document 3 say about lead?", Filters.NONE)).containsOnly(RICE);
  }

  @Test
  void keepsToTheDaysWantedAndWhatMayBeOfThem() {
    assertThat(found("lead", dates(LocalDate.of(1951, 1, 1), LocalDate.of(1951, 12, 31))))
        .containsOnly(TALKS, RICE);
    assertThat(found("lead", dates(LocalDate.of(1952, 1, 1), null))).containsOnly(RICE, LETTER);
    assertThat(found("lead", dates(null, LocalDate.of(1950, 1, 30)))).containsOnly(LEAD);
    assertThat(found("lead", dates(null, LocalDate.of(1950, 1, 29)))).isEmpty();
  }

  @Test
  void keepsToTheKindWanted() {
    assertThat(found("lead", new Filters(Set.of(), null, null, Set.of(), Kind.LETTER))).containsOnly(LETTER);
    assertThat(found("lead", new Filters(Set.of(), null, null, Set.of(), Kind.DECREE))).isEmpty();
  }

  @Test
  void keepsToThePeopleWantedInAnyFormOfTheirNames() {
    assertThat(found("winter", persons("Fyn Si"))).containsOnly(LEAD);
    assertThat(found("winter", persons("joseph stalin"))).containsOnly(LEAD);
    assertThat(found("winter", persons("Chou En-lai"))).containsOnly(TALKS);
    assertThat(found("winter", persons("Kim Ilsung", "Nam Il"))).containsOnly(TALKS, LETTER);
    assertThat(found("winter", persons("Truman"))).isEmpty();
  }

  @Test
  void keepsToAllThatIsWantedAtOnce() {
    assertThat(found("winter",
        new Filters(Set.of(1, 2), LocalDate.of(1951, 1, 1), null, Set.of("Zhou"), Kind.REPORT)))
        .containsOnly(TALKS);
    assertThat(found("winter", new Filters(Set.of(1), null, null, Set.of("Zhou"), null))).isEmpty();
  }

  @Test
  void findsMoreThanItReads() {
    PassageSearch closely = new PassageSearch(index, Rankings.configured(Map.of("reading-room.ranking.read", 1)),
        reader);
    List<RetrievedPassage> found = closely.search("lead", Filters.NONE, 10);

    assertThat(found).extracting(passage -> passage.passage().document()).contains(LEAD, TALKS, RICE, LETTER)
        .startsWith(LEAD);
    assertThat(found).isSortedAccordingTo(Comparator.comparingDouble(RetrievedPassage::score).reversed())
        .allMatch(passage -> passage.score() >= 0 && passage.score() <= 1);
    assertThat(closely.search("lead", Filters.NONE, 1)).hasSize(1);
    assertThat(closely.retrieve("lead", Filters.NONE).read()).hasSize(1);
  }

  @Test
  void tellsTheReaderWhatAPassageAloneDoesNotSay() {
    FakeReader fake = FakeReader.findingNothing();
    new PassageSearch(index, Rankings.configured(), fake).retrieve("Who wants lead?", Filters.NONE);

    assertThat(fake.questions).containsExactly("Who wants lead?");
    assertThat(fake.passages).extracting(ReadablePassage::header).contains(
        "no. 1, Telegram from Filippov to Shtykov, 1950-01-30 (Joseph Stalin to Terentii Shtykov)",
        "no. 2, Report on the talks in Peking, 1951-06-03 (Zhou Enlai)",
        "no. 3, Note on food, " + RICE.date().iso());
    assertThat(fake.passages).extracting(ReadablePassage::sentences)
        .contains(List.of("I send my condolences.", "The whole people mourns with you in these days."));
  }

  @Test
  void theSentencesReadDecideWhatComesFirst() {
    FakeReader fake = FakeReader.finding("condolences");
    Map<String, Object> alone = Map.of("reading-room.ranking.passage", 0, "reading-room.ranking.found", 0);
    Retrieval retrieval = new PassageSearch(index, Rankings.configured(alone), fake)
        .retrieve("How much lead is wanted?", Filters.NONE);
    ReadPassage best = retrieval.read().getFirst();

    assertThat(best.passage().document()).isEqualTo(LETTER);
    assertThat(best.sentences()).containsExactly(FakeReader.FITS, FakeReader.DOES_NOT);
    assertThat(retrieval.passages()).extracting(RetrievedPassage::passage)
        .isEqualTo(retrieval.read().stream().map(ReadPassage::passage).toList());
    assertThat(retrieval.passages().getFirst().score()).isEqualTo(1 / (1 + Math.exp(-FakeReader.FITS)));
  }

  @Test
  void aSentenceGainsWithItsPassageAndWithWhatSearchThoughtOfIt() {
    FakeReader fake = FakeReader.finding("condolences");
    Map<String, Object> both = Map.of("reading-room.ranking.passage", 0.5, "reading-room.ranking.found", 8);
    Retrieval retrieval = new PassageSearch(index, Rankings.configured(both), fake)
        .retrieve("How much lead is wanted?", Filters.NONE);

    assertThat(retrieval.read()).hasSizeGreaterThan(2)
        .anyMatch(read -> read.passage().document().equals(LETTER));
    assertThat(retrieval.read()).allSatisfy(read -> {
      boolean fits = read.passage().document().equals(LETTER);
      assertThat(read.answers()).isEqualTo(fits ? FakeReader.FITS : FakeReader.DOES_NOT);
      assertThat(read.best()).isEqualTo((fits ? FakeReader.FITS : FakeReader.DOES_NOT)
          + 0.5 * read.answers() + 8 * read.found());
    });
  }

  @Test
  void readsWithoutAModelByTheWordsOfTheQuestion() {
    PassageSearch words = new PassageSearch(index, Rankings.configured(), new WordReader(index));
    Retrieval retrieval = words.retrieve("Who will lead the negotiations at Kaesong?", Filters.NONE);

    assertThat(retrieval.bestSentence(TALKS, new Span(0, TALKS.text().length())))
        .hasValueSatisfying(best -> assertThat(best.of(TALKS.text()))
            .isEqualTo("The negotiations at Kaesong will be led by Nam Il and Deng Hua."));
    assertThat(retrieval.passages().getFirst().passage().document()).isEqualTo(TALKS);
  }

  @Test
  void findsTheSentenceThatAnswersInOtherWords() {
    Retrieval retrieval = search.retrieve("Which garments does the army lack?", Filters.NONE);

    assertThat(retrieval.bestSentence(TALKS, new Span(0, TALKS.text().length())))
        .hasValueSatisfying(best -> assertThat(best.of(TALKS.text())).contains("winter coats"));
  }

  @Test
  void theBestSentenceOfASentenceIsNone() {
    Retrieval retrieval = search.retrieve("How much lead?", Filters.NONE);
    Span sentence = retrieval.read().getFirst().passage().sentences().getFirst().span();

    assertThat(retrieval.bestSentence(retrieval.read().getFirst().passage().document(), sentence)).isEmpty();
    assertThat(retrieval.bestSentence(LEAD, new Span(0, 5))).isEmpty();
  }

  @Test
  void findsInDocumentsWithoutDateAndTitle(@TempDir Path undated) throws Exception {
    Document bare = SmallCollection.document(1, "", DocumentDate.UNKNOWN, Kind.OTHER, null, null,
        "Vitamin B12 lowers the level of homocysteine in the blood.");
    try (LiveIndex small = new LiveIndex(undated, SmallCollection.of(bare).withoutNames(), CHUNKING, model)) {
      small.open(BuildProgress.SILENT);
      PassageSearch in = new PassageSearch(small, Rankings.configured(), reader);

      assertThat(in.retrieve("What lowers homocysteine in May 1951?", Filters.NONE).read()).singleElement()
          .satisfies(read -> assertThat(read.passage().document()).isEqualTo(bare));
    }
  }

  @Test
  void readsAMisspeltWordAsTheOneThatIsMeant(@TempDir Path bridges) throws Exception {
    Document report = SmallCollection.document(7, "Report", SmallCollection.day(1951, 2, 4), Kind.REPORT,
        null,
        null, "The bridges at Hamhung are down. The bridges at Wonsan stand.");
    try (LiveIndex small = new LiveIndex(bridges,
        SmallCollection.of(SmallCollection.LEAD, SmallCollection.TALKS, SmallCollection.RICE, report),
        CHUNKING,
        model)) {
      small.open(BuildProgress.SILENT);
      PassageSearch search = new PassageSearch(small, Rankings.configured(), new WordReader(small));
      Passage found = search.search("brigdes", Filters.NONE, 1).getFirst().passage();

      assertThat(search.retrieve("Which brigdes stand?", Filters.NONE).query().text())
          .isEqualTo("Which bridges stand?");
      assertThat(found.document()).isEqualTo(report);
      assertThat(search.matches("brigdes", found)).hasSize(2)
          .allSatisfy(span -> assertThat(span.of(report.text())).isEqualTo("bridges"));
    }
  }

  private static Filters dates(LocalDate from, LocalDate to) {
    return new Filters(Set.of(), from, to, Set.of(), null);
  }

  private static Filters persons(String... persons) {
    return new Filters(Set.of(), null, null, Set.of(persons), null);
  }

  private static Document first(String text) {
    return search.search(text, Filters.NONE, 1).getFirst().passage().document();
  }

  private static List<Document> found(String text, Filters filters) {
    return search.search(text, filters, 10).stream().map(found -> found.passage().document()).toList();
  }
}
