package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.readingroom.index.SmallCollection.CHUNKING;
import static org.readingroom.index.SmallCollection.LEAD;
import static org.readingroom.index.SmallCollection.LETTER;
import static org.readingroom.index.SmallCollection.MODELS;
import static org.readingroom.index.SmallCollection.RICE;
import static org.readingroom.index.SmallCollection.TALKS;

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
import org.readingroom.index.BuildProgress;
import org.readingroom.index.SmallCollection;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;

class PassageSearchIT {

  @TempDir
  static Path folder;

  private static OnnxEmbeddingModel model;
  private static LiveIndex index;
  private static PassageSearch search;

  @BeforeAll
  static void open() {
    model = new OnnxEmbeddingModel(BundledModel.BGE_SMALL_EN_V15_Q, MODELS, 2);
    index = new LiveIndex(folder, SmallCollection.whole(), CHUNKING, model);
    index.open(BuildProgress.SILENT);
    search = new PassageSearch(index, Rankings.configured(), FakeReader.findingNothing());
  }

  @AfterAll
  static void close() throws Exception {
    index.close();
    model.close();
  }

  @Test
  void findsWhatIsAskedInOtherWords() {
    assertThat(first("How much of the metal did the Soviet leader ask for?")).isEqualTo(LEAD);
    assertThat(first("Was there enough to eat?")).isEqualTo(RICE);
  }

  @Test
  void findsTheDocumentsOfWordsPutTogetherFromTwo() {
    String lead = LEAD.text().substring(0, Math.min(120, LEAD.text().length()));
    String rice = RICE.text().substring(0, Math.min(120, RICE.text().length()));
    assertThat(search.documentsWith(lead + " " + rice)).contains(LEAD, RICE);
    assertThat(search.documentsWith(lead).getFirst()).isEqualTo(LEAD);
    assertThat(search.documentsWith("qwxz")).isEmpty();
  }

  @Test
  void findsTheSentenceThatSaysNearlyTheSame() {
    MeaningSearch meaning = new MeaningSearch(index, search);

    assertThat(
        meaning.nearest("Stalin wished to get twenty-five thousand tonnes of the metal from the Koreans"))
        .get().satisfies(like -> {
          assertThat(like.document()).isEqualTo(LEAD);
          assertThat(like.span().of(like.document().text())).contains("lead");
          assertThat(like.similarity()).isBetween(0.7, 1.0);
        });
    assertThat(meaning.nearest("Ronaldo scored twice as Portugal beat Spain")).isEmpty();
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
  void findsMoreThanItLooksAtClosely() {
    PassageSearch closely = new PassageSearch(index,
        Rankings.configured(Map.of("reading-room.ranking.looked", 1)), FakeReader.findingNothing());
    List<RetrievedPassage> found = closely.search("lead", Filters.NONE, 10);

    assertThat(found).extracting(passage -> passage.passage().document()).contains(LEAD, TALKS, RICE, LETTER)
        .startsWith(LEAD);
    assertThat(found).isSortedAccordingTo(Comparator.comparingDouble(RetrievedPassage::score).reversed());
    assertThat(closely.search("lead", Filters.NONE, 1)).hasSize(1);
  }

  @Test
  void looksAroundTheBestPassages(@TempDir Path cutShort) throws Exception {
    Map<String, Object> one = Map.of("reading-room.ranking.looked", 1, "reading-room.ranking.around", 1);
    Map<String, Object> alone = Map.of("reading-room.ranking.looked", 1, "reading-room.ranking.around", 0);
    String question = "Who needs trucks, shells and winter coats?";
    try (LiveIndex sentences = new LiveIndex(cutShort, SmallCollection.of(LEAD, TALKS), new Chunking(20, 0),
        model)) {
      sentences.open(BuildProgress.SILENT);
      Retrieval only = new PassageSearch(sentences, Rankings.configured(alone), FakeReader.findingNothing())
          .retrieve(question, Filters.NONE);
      Retrieval around = new PassageSearch(sentences, Rankings.configured(one), FakeReader.findingNothing())
          .retrieve(question, Filters.NONE);
      Passage best = only.passages().getFirst().passage();

      assertThat(best.ordinal()).isEqualTo(1);
      assertThat(only.candidates()).isNotEmpty()
          .allMatch(candidate -> candidate.span().start() >= best.span().start());
      assertThat(around.candidates()).anyMatch(candidate -> candidate.span().start() < best.span().start())
          .allMatch(candidate -> candidate.document().equals(TALKS));
    }
  }

  @Test
  void looksForPartsOnlyWhereItIsToldTo() {
    String question = "How much lead was wanted, and who will lead the negotiations at Kaesong?";
    PassageSearch whole = new PassageSearch(index,
        Rankings.configured(Map.of("reading-room.ranking.parts", false)), FakeReader.findingNothing());

    assertThat(search.retrieve(question, Filters.NONE).parts()).hasSize(2);
    assertThat(whole.retrieve(question, Filters.NONE).parts()).isEmpty();
  }

  @Test
  void findsInDocumentsWithoutDateAndTitle(@TempDir Path undated) throws Exception {
    Document bare = SmallCollection.document(1, "", DocumentDate.UNKNOWN, Kind.OTHER, null, null,
        "Vitamin B12 lowers the level of homocysteine in the blood.");
    try (LiveIndex small = new LiveIndex(undated, SmallCollection.of(bare).withoutNames(), CHUNKING, model)) {
      small.open(BuildProgress.SILENT);
      PassageSearch in = new PassageSearch(small, Rankings.configured(), FakeReader.findingNothing());

      assertThat(in.retrieve("What lowers homocysteine in May 1951?", Filters.NONE).candidates()).first()
          .satisfies(candidate -> assertThat(candidate.document()).isEqualTo(bare));
    }
  }

  @Test
  void addsTheReplyToALetterButNeverPastTheFilters(@TempDir Path letters) throws Exception {
    Document asks = SmallCollection.document(5, "Telegram", SmallCollection.day(1952, 5, 1), Kind.TELEGRAM,
        "Joseph Stalin", "Zhou Enlai", "We want to receive twenty wagons of tin before the summer.");
    Document replies = SmallCollection.document(6, "Telegram", SmallCollection.day(1952, 5, 4), Kind.TELEGRAM,
        "Zhou Enlai", "Joseph Stalin", "Ten can be given now, and we thank you for your advice.");
    String question = "Stalin wanted twenty wagons of tin: what was the answer?";
    try (LiveIndex small = new LiveIndex(letters, SmallCollection.of(asks, replies), CHUNKING, model)) {
      small.open(BuildProgress.SILENT);
      PassageSearch in = new PassageSearch(small, Rankings.configured(), FakeReader.findingNothing());

      assertThat(in.retrieve(question, Filters.NONE).candidates())
          .filteredOn(candidate -> candidate.document().equals(replies))
          .isNotEmpty().allMatch(candidate -> candidate.signals().get(Signal.REPLY) == 0.65);
      assertThat(in.retrieve(new Inquiry("Stalin wanted tin. What was the answer?", "What was the answer?",
          Filters.NONE, Set.of(asks))).candidates())
          .filteredOn(candidate -> candidate.document().equals(replies))
          .isNotEmpty().allMatch(candidate -> candidate.signals().get(Signal.REPLY) == 1.0);
      assertThat(in.retrieve(question, new Filters(Set.of(5), null, null, Set.of(), null)).candidates())
          .isNotEmpty().allMatch(candidate -> candidate.document().equals(asks));
    }
  }

  @Test
  void aSentenceThatIsReadAsTheAnswerComesFirst() {
    Retrieval read = new PassageSearch(index, Rankings.configured(), FakeReader.finding("winter coats"))
        .retrieve("How much lead is wanted?", Filters.NONE);
    Retrieval unread = search.retrieve("How much lead is wanted?", Filters.NONE);

    assertThat(read.candidates().getFirst().text()).contains("winter coats");
    assertThat(read.candidates().getFirst().signals().get(Signal.READ)).isEqualTo(1);
    assertThat(unread.candidates().getFirst().document()).isEqualTo(LEAD);
    assertThat(read.grounds().get(Ground.READ)).isGreaterThan(unread.grounds().get(Ground.READ));
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
      PassageSearch search = new PassageSearch(small, Rankings.configured(), FakeReader.findingNothing());
      Passage found = search.search("brigdes", Filters.NONE, 1).getFirst().passage();

      assertThat(search.retrieve("Which brigdes stand?", Filters.NONE).query().text())
          .isEqualTo("Which bridges stand?");
      assertThat(found.document()).isEqualTo(report);
      assertThat(matches(search, "brigdes", found)).hasSize(2)
          .allSatisfy(span -> assertThat(span.of(report.text())).isEqualTo("bridges"));
    }
  }

  private static List<Span> matches(PassageSearch search, String query, Passage passage) {
    try (IndexLease lease = search.acquire()) {
      return search.matches(query, passage, lease);
    }
  }

  @Test
  void noCandidateEndsWithTheNameOfWhoSpeaksNext(@TempDir Path talk) throws Exception {
    Document record = SmallCollection.document(7, "Record of a conversation", SmallCollection.day(1952, 9, 4),
        Kind.RECORD, null, null,
        "Stalin. How many divisions do you have? Kim Il Sung. We have eighteen divisions.");
    try (LiveIndex small = new LiveIndex(talk, SmallCollection.of(record), CHUNKING, model)) {
      small.open(BuildProgress.SILENT);
      List<Candidate> candidates = new PassageSearch(small, Rankings.configured(),
          FakeReader.findingNothing())
          .retrieve("How many divisions had Kim Il Sung?", Filters.NONE).candidates();

      assertThat(candidates).extracting(Candidate::text).contains("Kim Il Sung. We have eighteen divisions.")
          .noneMatch(text -> text.endsWith("Kim Il Sung."));
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
