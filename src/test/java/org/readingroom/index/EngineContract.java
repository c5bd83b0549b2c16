package org.readingroom.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.readingroom.index.SmallCollection.AUTHORITY;
import static org.readingroom.index.SmallCollection.CHUNKING;
import static org.readingroom.index.SmallCollection.LEAD;
import static org.readingroom.index.SmallCollection.LETTER;
import static org.readingroom.index.SmallCollection.RICE;
import static org.readingroom.index.SmallCollection.TALKS;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Passage;
import org.readingroom.text.TextAnalyzer;

/** What every engine of an index has to do. */
public abstract class EngineContract {

  protected static final TextAnalyzer ANALYZER = new TextAnalyzer(AUTHORITY);
  private static final List<Document> WHOLE = List.of(LEAD, TALKS, RICE, LETTER);

  private final AtomicInteger embedded = new AtomicInteger();
  private final IndexBuilder builder = new IndexBuilder(texts -> {
    embedded.addAndGet(texts.size());
    return texts.stream().map(HashedVectors::of).toList();
  });
  private IndexEngine engine;

  /** Returns the engine of an index that is not there yet. */
  protected abstract IndexEngine fresh() throws IOException;

  /** Returns another engine of the same index, as another process has it. */
  protected abstract IndexEngine again();

  @BeforeEach
  void make() throws IOException {
    engine = fresh();
  }

  private static Contents contents(List<Document> documents) {
    return SmallCollection.contents(documents, "hashed");
  }

  private PassageIndex build(Document... documents) throws IOException {
    return build(List.of(documents));
  }

  private PassageIndex build(List<Document> documents) throws IOException {
    return engine.build(contents(documents), false, builder, BuildProgress.SILENT);
  }

  private static List<Passage> passages(List<Document> documents) {
    return documents.stream().flatMap(document -> new Chunker(CHUNKING).chunk(document).stream()).toList();
  }

  private static Document note(int number, String... texts) {
    return SmallCollection.document(number, "Note " + number, LEAD.date(), Kind.NOTE, null, null, texts);
  }

  private static List<Integer> numbers(List<Hit> hits) {
    return hits.stream().map(hit -> hit.passage().document().number()).distinct().toList();
  }

  private static List<Integer> found(PassageIndex index, String word, PassageFilter filter) {
    return numbers(index.byWords(List.of(new WeightedTerm(IndexField.TEXT, term(word), 1)), filter, 10));
  }

  private static String term(String word) {
    return ANALYZER.terms(word).getFirst().text();
  }

  @Test
  void givesBackThePassagesInTheOrderOfTheCollection() throws IOException {
    PassageIndex index = build(WHOLE);

    assertThat(index.size()).isEqualTo(passages(WHOLE).size());
    assertThat(index.all(PassageFilter.NONE)).isEqualTo(passages(WHOLE));
    assertThat(index.all(PassageFilter.documents(Set.of(2, 3)))).isEqualTo(passages(List.of(TALKS, RICE)));
    assertThat(index.all(PassageFilter.passages(Set.of(Passage.id(RICE, 0), "no such passage"))))
        .isEqualTo(passages(List.of(RICE)));
    assertThat(index.all(PassageFilter.documents(Set.of()))).isEmpty();
  }

  @Test
  void isEmptyWhereTheCollectionIs() throws IOException {
    PassageIndex index = build();

    assertThat(index.size()).isZero();
    assertThat(index.all(PassageFilter.NONE)).isEmpty();
    assertThat(found(index, "lead", PassageFilter.NONE)).isEmpty();
    assertThat(index.byVector(HashedVectors.of("lead"), PassageFilter.NONE, 5)).isEmpty();
    assertThat(index.counts(IndexField.TEXT, List.of("lead"))).isEqualTo(Map.of("lead", 0));
    assertThat(index.wordsNear("lead")).isEmpty();
    assertThat(index.documentsWith(Set.of("lead"))).isEmpty();
  }

  @Test
  void findsByWordsInTextAndHeader() throws IOException {
    PassageIndex index = build(WHOLE);

    assertThat(found(index, "lead", PassageFilter.NONE)).containsExactly(1);
    assertThat(found(index, "peace", PassageFilter.NONE)).isEmpty();
    assertThat(index.byWords(List.of(), PassageFilter.NONE, 5)).isEmpty();
    assertThat(numbers(index.byWords(List.of(new WeightedTerm(IndexField.HEADER, term("Filippov"), 1)),
        PassageFilter.NONE, 5))).containsExactly(1);
    List<Hit> both = index.byWords(List.of(new WeightedTerm(IndexField.TEXT, term("lead"), 0.1),
        new WeightedTerm(IndexField.TEXT, term("winter"), 5)), PassageFilter.NONE, 10);
    assertThat(numbers(both)).startsWith(3).contains(1, 2);
    assertThat(both).extracting(Hit::score)
        .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    assertThat(index.byWords(List.of(new WeightedTerm(IndexField.TEXT, term("winter"), 1)),
        PassageFilter.NONE, 1)).hasSize(1);
  }

  @Test
  void weighsTermsByTheirWeight() throws IOException {
    PassageIndex index = build(WHOLE);
    double once = index.byWords(List.of(new WeightedTerm(IndexField.TEXT, term("lead"), 1)),
        PassageFilter.NONE, 1).getFirst().score();

    assertThat(index.byWords(List.of(new WeightedTerm(IndexField.TEXT, term("lead"), 0.25)),
        PassageFilter.NONE, 1).getFirst().score()).isCloseTo(once / 4, within(1e-5));
  }

  @Test
  void findsWhatHasAWordOfEachSet() throws IOException {
    PassageIndex index = build(WHOLE);

    assertThat(numbers(index.byAllWords(List.of(Set.of(term("winter"), term("lead")), Set.of(term("rice"))),
        PassageFilter.NONE, 5))).containsExactly(3);
    assertThat(index.byAllWords(List.of(Set.of(term("lead")), Set.of(term("rice"))), PassageFilter.NONE, 5))
        .isEmpty();
    assertThat(index.byAllWords(List.of(), PassageFilter.NONE, 5)).isEmpty();
  }

  @Test
  void takesAsManyTermsAsItSays() throws IOException {
    PassageIndex index = build(WHOLE);
    List<WeightedTerm> terms = new ArrayList<>();
    for (int i = 0; i < PassageIndex.MAX_TERMS; i++) {
      String term = i == 0 ? term("lead") : "word" + i;
      terms.add(new WeightedTerm(IndexField.TEXT, term, 1));
      terms.add(new WeightedTerm(IndexField.HEADER, term, 0.5));
    }

    assertThat(numbers(index.byWords(terms, PassageFilter.NONE, 5))).containsExactly(1);
    assertThat(index.documentsWith(Set.copyOf(terms.stream().map(WeightedTerm::term).toList()))).isEmpty();
  }

  @Test
  void findsByVector() throws IOException {
    PassageIndex index = build(WHOLE);
    Passage rice = passages(List.of(RICE)).getFirst();
    List<Hit> near = index.byVector(HashedVectors.of(rice.header() + rice.wholeWords().text()),
        PassageFilter.NONE, 3);

    assertThat(near).hasSize(3);
    assertThat(near.getFirst().passage()).isEqualTo(rice);
    assertThat(near.getFirst().score()).isCloseTo(1, within(0.01));
    assertThat(near.get(1).score()).isLessThan(0.5);
    assertThat(numbers(index.byVector(HashedVectors.of("anything"), PassageFilter.documents(Set.of(4)), 3)))
        .containsExactly(4);
    assertThat(index.byVector(HashedVectors.of("x"), PassageFilter.documents(Set.of()), 3)).isEmpty();
  }

  @Test
  void letsOnlyThroughWhatAFilterWants() throws IOException {
    PassageIndex index = build(WHOLE);

    assertThat(found(index, "winter", PassageFilter.NONE)).containsExactlyInAnyOrder(2, 3);
    assertThat(found(index, "winter", PassageFilter.documents(Set.of(1, 3)))).containsExactly(3);
    assertThat(found(index, "winter", dated(LocalDate.of(1951, 8, 1), null))).containsExactly(3);
    assertThat(found(index, "winter", dated(null, LocalDate.of(1951, 6, 3)))).containsExactly(2);
    // It was written after 15 September 1951, nobody knows when.
    assertThat(found(index, "rice", dated(LocalDate.of(1960, 1, 1), null))).containsExactly(3);
    assertThat(found(index, "rice", dated(null, LocalDate.of(1951, 9, 14)))).isEmpty();
    PassageFilter reports = new PassageFilter(null, null, null, null, Kind.REPORT);
    assertThat(found(index, "winter", reports)).containsExactly(2);
    assertThat(found(index, "winter", reports.andDocuments(Set.of(3)))).isEmpty();
    assertThat(found(index, "winter", reports.andPassages(Set.of(Passage.id(TALKS, 7))))).isEmpty();
  }

  private static PassageFilter dated(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new PassageFilter(null, null, from, to, null);
  }

  @Test
  void countsTheTermsOfEachField() throws IOException {
    PassageIndex index = build(WHOLE);

    assertThat(index.counts(IndexField.TEXT, List.of(term("winter"), term("lead"), "nothing")))
        .isEqualTo(Map.of(term("winter"), 2, term("lead"), 1, "nothing", 0));
    assertThat(index.counts(IndexField.HEADER, List.of(term("Filippov")))).containsValue(1);
    assertThat(index.counts(IndexField.WORDS, List.of("negotiations", "negoti")))
        .isEqualTo(Map.of("negotiations", 1, "negoti", 0));
    assertThat(index.counts(IndexField.ROOTS, List.of("Kaesong", "kaesong")).values()).contains(1);
    assertThat(index.counted()).isEqualTo(index.size());
    assertThat(index.counts(IndexField.TEXT, List.of())).isEmpty();
  }

  @Test
  void knowsTheWordsNearAWord() throws IOException {
    PassageIndex index = build(note(1, "The harvest was poor, and a second harvest was poor."),
        note(2, "Harvests are harvested; hravest is nothing, and farvest is not near."));

    assertThat(index.wordsNear("harvest")).isEqualTo(Map.of("harvest", 2L, "harvests", 1L, "hravest", 1L));
    assertThat(index.wordsNear("harvst")).containsOnlyKeys("harvest");
    assertThat(index.wordsNear("havrest")).containsOnlyKeys("harvest");
    assertThat(index.wordsNear("harvexst")).containsOnlyKeys("harvest");
    assertThat(index.wordsNear("h.*")).isEmpty();
    assertThat(index.wordsNear("𝒽arvest")).isEmpty();
  }

  @Test
  void knowsTheDocumentsThatHaveAllTerms() throws IOException {
    PassageIndex index = build(WHOLE);

    assertThat(index.documentsWith(Set.of(term("lead"), term("Filippov")))).containsExactly(1);
    assertThat(index.documentsWith(Set.of(term("winter")))).containsExactlyInAnyOrder(2, 3);
    assertThat(index.documentsWith(Set.of(term("winter"), term("lead")))).isEmpty();
    assertThat(index.documentsWith(Set.of())).isEmpty();
  }

  @Test
  void takesTextOfAnyKind() throws IOException {
    List<Document> odd = List.of(
        note(1, "Kim’s 25,000 tons cost “nothing”, {!term f=id}x OR *:* AND \\ \"quoted\"."),
        note(2, "朝鲜战争 started 😀 with 𝒽 and naïve façades."),
        note(3, "A\u0001 control, a\u2028line and ﬁ ligature."),
        note(4, "§ § {\"v\":\"1\",\"tokens\":[]}"));
    PassageIndex index = build(odd);

    assertThat(index.all(PassageFilter.NONE)).isEqualTo(passages(odd));
    for (Document document : odd) {
      for (var term : ANALYZER.terms(document.text())) {
        if (!term.text().isEmpty()) {
          assertThat(index.byAllWords(List.of(Set.of(term.text())), PassageFilter.NONE, 9)).as(term.text())
              .extracting(hit -> hit.passage().document()).contains(document);
          assertThat(index.counts(IndexField.TEXT, List.of(term.text())).get(term.text())).as(term.text())
              .isPositive();
        }
      }
    }
    assertThat(index.byWords(List.of(new WeightedTerm(IndexField.TEXT, "*:*", 1),
        new WeightedTerm(IndexField.TEXT, "{!term f=id}x", 1)), PassageFilter.NONE, 5)).isEmpty();
  }

  @Test
  void givesBackMoreThanAPage() throws IOException {
    List<Document> many = IntStream.rangeClosed(1, 1_203)
        .mapToObj(i -> note(i, "Note " + i + " says little."))
        .toList();
    PassageIndex index = build(many);

    assertThat(index.all(PassageFilter.NONE)).isEqualTo(passages(many));
    assertThat(index.documentsWith(Set.of(term("little")))).hasSize(many.size());
  }

  @Test
  void isCurrentOnlyForWhatItHolds() throws IOException {
    assertThat(engine.openIfCurrent(contents(WHOLE))).isNull();
    build(WHOLE).release();

    PassageIndex open = again().openIfCurrent(contents(WHOLE));
    assertThat(open).isNotNull();
    open.release();
    assertThat(open.retain()).isFalse();
    assertThat(again().openIfCurrent(contents(List.of(LEAD)))).isNull();
    assertThat(again().openIfCurrent(SmallCollection.contents(WHOLE, "another model"))).isNull();
  }

  @Test
  void embedsOnlyWhatIsNew() throws IOException {
    build(WHOLE).release();
    embedded.set(0);
    Document more = note(7, "Horses are wanted in Pyongyang.");
    PassageIndex index = build(SmallCollection.as(TALKS, Kind.OTHER), RICE, LETTER, more);

    assertThat(embedded).hasValue(1);
    assertThat(index.size()).isEqualTo(passages(List.of(TALKS, RICE, LETTER, more)).size());
    assertThat(found(index, "lead", PassageFilter.NONE)).isEmpty();
    assertThat(found(index, "horses", PassageFilter.NONE)).containsExactly(7);
    assertThat(found(index, "winter", new PassageFilter(null, null, null, null, Kind.OTHER)))
        .containsExactly(2);
    assertThat(index.counts(IndexField.TEXT, List.of(term("horses"))).get(term("horses"))).isEqualTo(1);
    Passage rice = passages(List.of(RICE)).getFirst();
    assertThat(
        index.byVector(HashedVectors.of(rice.header() + rice.wholeWords().text()), PassageFilter.NONE, 1)
            .getFirst().score())
        .isCloseTo(1, within(0.01));
  }

  @Test
  void embedsAllAgainWhereItIsBuiltAnew() throws IOException {
    build(WHOLE).release();
    embedded.set(0);
    PassageIndex index = engine.build(contents(List.of(LEAD, RICE)), true, builder, BuildProgress.SILENT);

    assertThat(embedded).hasValue(passages(List.of(LEAD, RICE)).size());
    assertThat(index.all(PassageFilter.NONE)).isEqualTo(passages(List.of(LEAD, RICE)));
  }

  /** What changes in the meantime may be missing, but never is one document's passage taken for another's. */
  @Test
  void neverMistakesOneTextForAnother() throws IOException {
    PassageIndex before = build(LEAD,
        note(5, "The old words about lead were long and many, and stood here."));
    PassageIndex after = build(LEAD, note(5, "New lead."));

    assertThat(found(after, "new", PassageFilter.NONE)).containsExactly(5);
    for (Hit hit : before.byWords(List.of(new WeightedTerm(IndexField.TEXT, term("lead"), 1)),
        PassageFilter.NONE, 9)) {
      assertThat(hit.passage().text()).contains("lead").doesNotContain("New");
    }
    before.release();
    after.release();
  }

  @Test
  void goesOnWhereABuildBrokeOff() throws IOException {
    PassageIndex before = build(WHOLE);
    List<Document> more = new ArrayList<>(WHOLE.subList(1, WHOLE.size()));
    IntStream.rangeClosed(10, 90).forEach(i -> more.add(note(i, "Note " + i + " says little.")));
    IndexBuilder failing = new IndexBuilder(texts -> {
      if (embedded.addAndGet(texts.size()) > 60) {
        throw new IllegalStateException("stop");
      }
      return texts.stream().map(HashedVectors::of).toList();
    });
    assertThatThrownBy(() -> engine.build(contents(more), false, failing, BuildProgress.SILENT))
        .hasMessage("stop");

    assertThat(found(before, "rice", PassageFilter.NONE)).containsExactly(3);
    assertThat(again().openIfCurrent(contents(more))).isNull();
    PassageIndex index = again().build(contents(more), false, builder, BuildProgress.SILENT);
    assertThat(index.all(PassageFilter.NONE)).isEqualTo(passages(more));
    assertThat(found(index, "lead", PassageFilter.NONE)).isEmpty();
  }

  @Test
  void isBuiltByOneAtATime() throws IOException {
    AtomicInteger waits = new AtomicInteger();
    BuildProgress progress = new BuildProgress() {

      @Override
      public void embedded(int done, int total) {}

      @Override
      public void waitsForOther() {
        waits.incrementAndGet();
      }
    };
    IndexBuilder slow = new IndexBuilder(texts -> {
      embedded.addAndGet(texts.size());
      sleep(700);
      return texts.stream().map(HashedVectors::of).toList();
    });
    List<CompletableFuture<PassageIndex>> builds = List.of(engine, again()).stream()
        .map(each -> CompletableFuture.supplyAsync(() -> {
          try {
            return each.build(contents(WHOLE), false, slow, progress);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        }, task -> Thread.ofPlatform().start(task))).toList();

    for (CompletableFuture<PassageIndex> build : builds) {
      assertThat(build.join().all(PassageFilter.NONE)).isEqualTo(passages(WHOLE));
    }
    assertThat(embedded).hasValue(passages(WHOLE).size());
    assertThat(waits).hasPositiveValue();
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void saysWhereItIs() throws IOException {
    assertThat(engine.place()).isNotBlank();
    assertThat(engine.setUp()).endsWith(".");
    assertThat(engine.setUp()).isEqualTo(engine.setUp());
  }
}
