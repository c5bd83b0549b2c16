package org.readingroom.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.readingroom.collection.Document;
import org.readingroom.collection.Paragraph.Role;
import org.readingroom.collection.Reader;
import org.readingroom.passage.RandomDocuments.Part;

class ChunkerTests {

  private static final String SENTENCE = "One two three four five six seven eight nine ten. ";

  static List<Document> reader() {
    return Reader.COLLECTION.documents();
  }

  @Provide
  Arbitrary<Document> documents() {
    return RandomDocuments.documents();
  }

  private static List<Passage> chunk(int words, Part... parts) {
    return new Chunker(new Chunking(words, 0)).chunk(RandomDocuments.document(List.of(parts)));
  }

  private static List<Sentence> sentences(Document document) {
    return new SentenceSplitter().split(document).stream().filter(s -> !isOfNoPassage(s.role())).toList();
  }

  private static boolean isOfNoPassage(Role role) {
    return role == Role.SOURCE || role == Role.FURNITURE;
  }

  private static int words(String text) {
    return text.strip().split("\\s+").length;
  }

  @Test
  void countsTwoCharactersForAWordInWritingWithoutSpaces() {
    String sentence = "一九三一年的洪水冲毁了两个桥孔。";
    List<Passage> passages = chunk(100, new Part(Role.BODY, sentence.repeat(100)));
    assertThat(passages).hasSizeBetween(6, 10);
    assertThat(passages).allSatisfy(passage -> assertThat(passage.text()).hasSizeLessThan(260));
  }

  @ParameterizedTest
  @MethodSource("reader")
  void everySentenceOfTheReaderIsInOnePassage(Document document) {
    List<Passage> passages = new Chunker(new Chunking(120, 0)).chunk(document);

    keepsItsPromise(document, passages);
    assertThat(passages).allSatisfy(p -> assertThat(words(p.text())).isLessThanOrEqualTo(120 * 3 / 2 + 120));
  }

  @ParameterizedTest
  @MethodSource("reader")
  void noPassageOfTheReaderHoldsAnArchivalCitation(Document document) {
    List<Span> sources = document.paragraphs().stream().filter(p -> p.role() == Role.SOURCE)
        .map(p -> new Span(p.start(), p.end())).toList();

    assertThat(new Chunker(new Chunking(120, 0)).chunk(document))
        .noneMatch(passage -> sources.stream().anyMatch(passage.span()::overlaps));
  }

  @Property(tries = 300)
  void everySentenceOfAnyDocumentIsInOnePassage(@ForAll("documents") Document document,
      @ForAll @IntRange(min = 20, max = 60) int words) {
    keepsItsPromise(document, new Chunker(new Chunking(words, 0)).chunk(document));
  }

  @Property(tries = 200)
  void neighboursShareAsManySentencesAsIsAsked(@ForAll("documents") Document document,
      @ForAll @IntRange(min = 1, max = 3) int overlap) {
    List<Passage> passages = new Chunker(new Chunking(20, overlap)).chunk(document);

    for (int i = 1; i < passages.size(); i++) {
      List<Sentence> before = passages.get(i - 1).sentences();
      int shared = Math.min(overlap, before.size());
      Sentence first = passages.get(i).sentences().getFirst();
      if (sourceBetween(document, before.getLast(), first)) {
        shared = 0;
      }
      assertThat(passages.get(i).sentences().subList(0, shared))
          .isEqualTo(before.subList(before.size() - shared, before.size()));
    }
    assertThat(passages.stream().flatMap(p -> p.sentences().stream()).distinct())
        .containsExactlyElementsOf(sentences(document));
  }

  private static boolean sourceBetween(Document document, Sentence last, Sentence next) {
    return document.paragraphs().stream().filter(p -> isOfNoPassage(p.role()))
        .anyMatch(p -> last.span().end() <= p.start() && p.end() <= next.span().start());
  }

  private static void keepsItsPromise(Document document, List<Passage> passages) {
    List<Sentence> all = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      assertThat(passage.document()).isSameAs(document);
      assertThat(passage.ordinal()).isEqualTo(i);
      assertThat(passage.id()).isEqualTo(document.id() + "#" + i);
      assertThat(passage.span()).isEqualTo(new Span(passage.sentences().getFirst().span().start(),
          passage.sentences().getLast().span().end()));
      assertThat(passage.text())
          .isEqualTo(document.text().substring(passage.span().start(), passage.span().end()));
      all.addAll(passage.sentences());
    }
    assertThat(all).isEqualTo(sentences(document));
  }

  @Test
  void aPassageHasItsShareOfWords() {
    List<Passage> passages = chunk(40, new Part(Role.BODY, SENTENCE.repeat(12)));

    assertThat(passages).extracting(p -> words(p.text())).containsExactly(50, 50, 20);
  }

  @Test
  void aPassageRatherEndsWithAParagraph() {
    Part paragraph = new Part(Role.BODY, SENTENCE.repeat(3));

    assertThat(chunk(40, paragraph, paragraph, paragraph)).extracting(p -> words(p.text()))
        .containsExactly(30, 30, 30);
  }

  @Test
  void aHeadingGoesWithWhatItHeads() {
    List<Passage> passages = chunk(40, new Part(Role.BODY, SENTENCE.repeat(2)),
        new Part(Role.HEADING, "On the Front"), new Part(Role.BODY, SENTENCE.repeat(4)));

    assertThat(passages).hasSize(2).last().extracting(Passage::text).asString().startsWith("On the Front");
  }

  @Test
  void aTableStaysTogetherUnlessItIsFarTooLong() {
    Part table = new Part(Role.TABLE, "MiG-15 sixty planes\n".repeat(18).strip());
    List<Passage> passages = chunk(40, new Part(Role.BODY, SENTENCE.repeat(1)), table,
        new Part(Role.BODY, SENTENCE.repeat(4)));

    assertThat(passages.getFirst().sentences()).filteredOn(s -> s.role() == Role.TABLE)
        .hasSizeGreaterThan(15);
    assertThat(chunk(40, new Part(Role.TABLE, "MiG-15 sixty planes\n".repeat(60).strip())))
        .hasSizeGreaterThan(2).allMatch(p -> words(p.text()) <= 60);
  }

  @Test
  void theArchivalCitationIsPartOfNoPassage() {
    List<Passage> passages = chunk(100, new Part(Role.HEADING, "On the Front"),
        new Part(Role.SOURCE, "[Source: AVPRF, p. 92.]"), new Part(Role.BODY, SENTENCE.repeat(3)),
        new Part(Role.SOURCE, "Translated by K. Weathersby"));

    assertThat(passages).isNotEmpty().extracting(Passage::text).noneMatch(t -> t.contains("AVPRF"))
        .noneMatch(t -> t.contains("Weathersby"));
  }

  @Test
  void aDocumentOfNothingButItsSourceHasNoPassages() {
    assertThat(chunk(40, new Part(Role.SOURCE, "[Source: AVPRF]"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"19,0", "401,0", "120,-1", "120,4"})
  void refusesSizesThatMakeNoSense(int words, int overlap) {
    assertThatThrownBy(() -> new Chunking(words, overlap)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reading-room.chunking");
  }
}
