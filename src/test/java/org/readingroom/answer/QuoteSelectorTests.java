package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.answer.Explanation.Considered;
import org.readingroom.collection.Document;
import org.readingroom.collection.Paragraph;
import org.readingroom.collection.Paragraph.Role;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;
import org.readingroom.search.ReadPassage;
import org.readingroom.search.Retrieval;

class QuoteSelectorTests {

  private static final double NOT_READ = Double.NEGATIVE_INFINITY;

  private final QuoteSelector selector = new QuoteSelector(Samples.SELECTION, Samples.CONFIDENCE);

  private static ReadPassage read(int document, String text, double... scores) {
    return Samples.read(Samples.document(document, text), scores);
  }

  /** Returns a sentence of a length whose words are in none of another seed. */
  private static String sentence(String seed, int length) {
    StringBuilder words = new StringBuilder(seed.toUpperCase(java.util.Locale.ROOT));
    for (int i = 0; words.length() < length; i++) {
      words.append(' ').append(seed).append(i);
    }
    return words.substring(0, length - 2) + "x.";
  }

  private List<Candidate> candidates(ReadPassage... read) {
    return selector.select(Samples.retrieval("q", read), Question.MAX_CITATIONS);
  }

  private List<String> select(ReadPassage... read) {
    return texts(candidates(read));
  }

  private static List<String> texts(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::text).toList();
  }

  /** Returns the passages that the sentences of a document make, so many each. */
  private static List<Passage> passages(Document document, int sentencesEach) {
    List<Sentence> all = Samples.passage(document).sentences();
    List<Passage> passages = new ArrayList<>();
    for (int from = 0; from < all.size(); from += sentencesEach) {
      List<Sentence> some = all.subList(from, Math.min(from + sentencesEach, all.size()));
      passages.add(new Passage(document, passages.size(),
          new Span(some.getFirst().span().start(), some.getLast().span().end()), some));
    }
    return passages;
  }

  /** Returns a document of paragraphs of these roles. */
  private static Document document(Map.Entry<Role, String>... texts) {
    StringBuilder text = new StringBuilder();
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Map.Entry<Role, String> each : texts) {
      text.append(text.isEmpty() ? "" : "\n\n");
      paragraphs.add(new Paragraph(text.length(), text.length() + each.getValue().length(), each.getKey(), 1, 1));
      text.append(each.getValue());
    }
    Document plain = Samples.document(1, text.toString());
    return new Document(plain.collection(), 1, plain.title(), null, plain.date(), plain.kind(), null, null, null,
        null, plain.text(), "00", paragraphs, List.of());
  }

  @Test
  void takesTheBestSentenceFirstWhereverItStands() {
    List<Candidate> chosen = candidates(read(1, "The weather was fine. Kim thanked him warmly.", -9, 2.9),
        read(2, "The lorry broke down. Stalin agreed to it.", -9, 3));

    assertThat(texts(chosen)).containsExactly("Stalin agreed to it.", "Kim thanked him warmly.");
    assertThat(chosen).extracting(Candidate::score).containsExactly(3.0, 2.9);
  }

  @Test
  void takesInTheNeighboursThatAnswerNearlyAsWell() {
    assertThat(select(read(1, "Stalin heard of it. Stalin agreed to it. He wanted lead in return. It rained.",
        2, 3, 2, 1.9)))
        .containsExactly("Stalin heard of it. Stalin agreed to it. He wanted lead in return.");
  }

  @Test
  void takesInNothingThatLiesFurtherBelowThanItMay() {
    assertThat(select(read(1, "The weather was fine. Stalin agreed to it. He wanted lead in return.",
        1.9, 3, 1.9))).containsExactly("Stalin agreed to it.");
  }

  @Test
  void takesInTheBetterNeighbourWhereBothDoNotFit() {
    Document document = Samples.document(1,
        sentence("a", 200) + " " + sentence("b", 200) + " " + sentence("c", 200));
    String text = document.text();

    assertThat(select(Samples.read(document, 2.1, 3, 2.9))).containsExactly(text.substring(201));
    assertThat(select(Samples.read(document, 2.9, 3, 2.1))).containsExactly(text.substring(0, 401));
  }

  @Test
  void aQuotationGrowsToTheLengthOfItsPlaceAndNoFurther() {
    Document first = Samples.document(1, sentence("a", 240) + " " + sentence("b", 239) + " " + sentence("c", 20));
    Document later = Samples.document(2, sentence("d", 200) + " " + sentence("e", 149) + " " + sentence("f", 20));
    List<String> quotations = select(Samples.read(first, 3, 3, 2.9), Samples.read(later, 2.8, 2.8, 2.7));

    assertThat(quotations).containsExactly(first.text().substring(0, 480), later.text().substring(0, 350));
  }

  @Test
  void runsOverTheBorderOfTwoPassages() {
    Document document = Samples.document(1, "It rained. Stalin agreed to it. He wanted lead in return. They left.");
    List<Passage> passages = passages(document, 2);

    assertThat(select(Samples.read(passages.get(0), -9, 3), Samples.read(passages.get(1), 2.5, -9)))
        .containsExactly("Stalin agreed to it. He wanted lead in return.");
    assertThat(select(Samples.read(passages.get(0), -9, 2.5), Samples.read(passages.get(1), 3, -9)))
        .containsExactly("Stalin agreed to it. He wanted lead in return.");
  }

  @Test
  void doesNotRunOverAPassageThatWasNotRead() {
    Document document = Samples.document(1, "Stalin agreed to it. Nobody read this one. He wanted lead in return.");
    List<Passage> passages = passages(document, 1);

    assertThat(select(Samples.read(passages.get(0), 3), Samples.read(passages.get(2), 2.9)))
        .containsExactly("Stalin agreed to it.", "He wanted lead in return.");
  }

  @Test
  void doesNotRunFromOneDocumentIntoTheNext() {
    assertThat(select(read(1, "Stalin agreed to it.", 3), read(2, "He wanted lead in return.", 2.9)))
        .containsExactly("Stalin agreed to it.", "He wanted lead in return.");
  }

  @Test
  void quotesNoHeadingAndRunsOverNone() {
    ReadPassage read = Samples.read(document(Map.entry(Role.BODY, "Stalin agreed to send the lead."),
        Map.entry(Role.HEADING, "What Stalin wanted for the lead"),
        Map.entry(Role.BODY, "He wanted it to be paid in full.")), 3, 9, 2.9);

    assertThat(select(read)).containsExactly("Stalin agreed to send the lead.", "He wanted it to be paid in full.");
  }

  @ParameterizedTest
  @EnumSource(names = {"BODY", "LIST", "TABLE", "FOOTNOTE", "SIGNATURE"})
  void quotesWhatIsNoHeading(Role role) {
    assertThat(select(Samples.read(document(Map.entry(role, "Lead, 25,000 tons a year")), 3)))
        .containsExactly("Lead, 25,000 tons a year");
  }

  @Test
  void quotesNoQuestionAlone() {
    assertThat(select(read(1, "How many divisions do you have? The weather was fine.", 5, -9))).isEmpty();
    assertThat(select(read(1, "How many divisions do you have? It rained. We have eighteen divisions.",
        5, -9, 3)))
        .containsExactly("We have eighteen divisions.");
  }

  @Test
  void aQuotationMayBeginWithTheQuestionThatItAnswers() {
    assertThat(select(read(1, "How many divisions do you have? We have eighteen divisions.", 2.5, 3)))
        .containsExactly("How many divisions do you have? We have eighteen divisions.");
  }

  @Test
  void noQuotationEndsWithTheQuestionOrTheNameThatComesNext() {
    assertThat(select(read(1, "We have eighteen divisions. How many do you have?", 3, 2.9)))
        .containsExactly("We have eighteen divisions.");
    assertThat(select(read(1, "We have eighteen divisions. Kim Il Sung: How many do you have?", 3, 2.9)))
        .containsExactly("We have eighteen divisions.");
    assertThat(select(read(1, "We have eighteen divisions. Kim Il Sung. How many do you have? They left.",
        3, 2.9, 2.9, -9))).containsExactly("We have eighteen divisions.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ambassador Shtykov.", "Kim Il Sung Himself:", "Lieutenant Pak’s-Aide Pák Hŏn."})
  void theNameOfASpeakerIsNoAnswer(String name) {
    assertThat(select(read(1, name, 5))).isEmpty();
    assertThat(select(Samples.read(document(Map.entry(Role.BODY, "We have eighteen divisions."),
        Map.entry(Role.BODY, name)), 3, 2.9))).containsExactly("We have eighteen divisions.");
  }

  @Test
  void aQuotationMayBeginWithWhoSpeaks() {
    assertThat(select(read(1, "Kim Il Sung. We have eighteen divisions.", 2.9, 3)))
        .containsExactly("Kim Il Sung. We have eighteen divisions.");
  }

  @Test
  void quotesAFewWordsOnlyTogetherWithOthers() {
    assertThat(select(read(1, "Yes. The weather was fine.", 5, -9))).isEmpty();
    assertThat(select(read(1, "Yes. We have eighteen divisions.", 2.9, 3)))
        .containsExactly("Yes. We have eighteen divisions.");
  }

  @Test
  void quotesNothingThatWasNotRead() {
    assertThat(select(read(1, "Stalin agreed to it. He wanted lead in return.", 3, NOT_READ)))
        .containsExactly("Stalin agreed to it.");
    assertThat(select(read(1, "Stalin agreed to it.", NOT_READ))).isEmpty();
  }

  @Test
  void takesNoneWhereTheBestDoesNotAnswerWellEnough() {
    assertThat(select(read(1, "Stalin agreed to it.", -0.01))).isEmpty();
    assertThat(select(read(1, "Stalin agreed to it.", 0))).hasSize(1);
  }

  @Test
  void asksOfEachFurtherQuotationThatItAnswersWellEnoughToo() {
    assertThat(select(read(1, "Stalin agreed to it.", 0.2), read(2, "Kim thanked him warmly.", -0.1)))
        .containsExactly("Stalin agreed to it.");
    assertThat(select(read(1, "Stalin agreed to it.", 0.2), read(2, "Kim thanked him warmly.", 0.1)))
        .hasSize(2);
  }

  @Test
  void takesNoneOfNothing() {
    assertThat(select()).isEmpty();
  }

  @Test
  void isUnsureBetweenTheLeastEstimateAndTheSureOne() {
    assertThat(selector.isUnsure(Samples.retrieval("q", read(1, "Stalin agreed to it.", 1)))).isTrue();
    assertThat(selector.isUnsure(Samples.retrieval("q", read(1, "Stalin agreed to it.", 1.2)))).isFalse();
  }

  @Test
  void takesAsManyAsAreWanted() {
    ReadPassage[] read = new ReadPassage[9];
    for (int i = 0; i < read.length; i++) {
      read[i] = read(i + 1, sentence("w" + i + "x", 40), 3 - 0.01 * i);
    }
    Retrieval retrieval = Samples.retrieval("q", read);

    for (int most = 1; most <= 5; most++) {
      assertThat(selector.select(retrieval, most)).extracting(candidate -> candidate.document().number())
          .isEqualTo(List.of(1, 2, 3, 4, 5).subList(0, most));
    }
  }

  @Test
  void leavesOutWhatLiesFurtherBelowTheBestThanItMay() {
    assertThat(select(read(1, "Stalin agreed to it.", 3), read(2, "Kim thanked him warmly.", 2.2),
        read(3, "He flew home again.", 2.1))).containsExactly("Stalin agreed to it.", "Kim thanked him warmly.");
  }

  @Test
  void showsAtMost1200CharactersTogether() {
    ReadPassage[] read = new ReadPassage[5];
    for (int i = 0; i < 4; i++) {
      read[i] = read(i + 1, sentence("w" + i + "x", 345), 3 - 0.01 * i);
    }
    read[4] = read(5, sentence("w5x", 165), 2.5);

    assertThat(candidates(read)).extracting(candidate -> candidate.document().number())
        .containsExactly(1, 2, 3, 5);
  }

  @Test
  void wantsLaterQuotationsShorter() {
    assertThat(candidates(read(1, sentence("a", 480), 3), read(2, sentence("b", 351), 2.9),
        read(3, sentence("c", 350), 2.8))).extracting(candidate -> candidate.document().number())
        .containsExactly(1, 3);
  }

  @Test
  void saysTheSameOnce() {
    assertThat(select(read(1, "Stalin agreed to send them nine regiments of new tanks.", 3),
        read(2, "STALIN agreed: to send them nine regiments of tanks!", 2.9)))
        .containsExactly("Stalin agreed to send them nine regiments of new tanks.");
  }

  @Test
  void quotesNoWordsTwice() {
    List<Candidate> chosen = candidates(
        read(1, "Stalin agreed to it. Kim thanked him warmly. He flew home again. They wrote to Mao.",
            3, 2.5, 1.8, 2.9));

    assertThat(texts(chosen)).containsExactly("Stalin agreed to it. Kim thanked him warmly.", "They wrote to Mao.");
  }

  @Test
  void explainsWhatWasReadAndQuoted() {
    Document run = Samples.document(1, "Stalin agreed to it. He wanted lead in return.");
    ReadPassage best = Samples.read(run, 2, 1);
    ReadPassage poor = read(2, "Kim thanked him warmly.", -3);
    Retrieval retrieval = Samples.retrieval("Who agreed?", best, poor);
    Answer answer = new Answer.Answered("He did. [1]", List.of(new Citation(1,
        Quote.verified(run, new Span(0, run.text().length()), run.text()), new Span(0, 11), List.of(), 0.9)));

    Explanation explanation = selector.explain(retrieval, answer, "bundled");

    assertThat(explanation.query()).isEqualTo(Samples.query("Who agreed?"));
    assertThat(explanation.reader()).isEqualTo("bundled");
    assertThat(explanation.considered()).containsExactly(new Considered(best, 1), new Considered(poor, null));
    assertThat(explanation.verdict())
        .isEqualTo("Answered: the estimate that the documents answer is 0.88, and 0.50 is needed.");
  }

  @Test
  void aQuotationBelongsToThePassageInWhichItBegins() {
    Document document = Samples.document(1, "It rained. Stalin agreed to it. He wanted lead in return. They left.");
    List<Passage> passages = passages(document, 2);
    Retrieval retrieval = Samples.retrieval("q", Samples.read(passages.get(0), -9, 2.5),
        Samples.read(passages.get(1), 3, -9));
    Candidate both = selector.select(retrieval, 1).getFirst();
    Answer answer = new Answer.Answered("He did. [1]", List.of(
        new Citation(1, Quote.verified(document, both.span(), both.text()), new Span(0, 11), List.of(), 0.9)));

    assertThat(selector.explain(retrieval, answer, "bundled").considered()).extracting(Considered::place)
        .containsExactly(null, 1);
  }

  @Test
  void explainsThatItIsNotSure() {
    Answer answer = new Answer.Answered("He did. [1]", List.of(new Citation(1,
        Quote.verified(Samples.LEAD, Samples.span(Samples.LEAD, Samples.LEAD_WORDS), Samples.LEAD_WORDS),
        new Span(0, 11), List.of(), 0.9)));

    assertThat(selector.explain(Samples.retrieval("q", Samples.read(Samples.LEAD, -9, 1, -9)), answer, "bundled")
        .verdict()).endsWith("is 0.73, and 0.50 is needed; below 0.75 it is not sure.");
  }

  @Test
  void explainsWhyThereIsNoAnswer() {
    Answer none = new Answer.Abstained("No.", List.of());

    assertThat(selector.explain(Samples.retrieval("q", read(1, "Stalin agreed to it.", -1)), none, "bundled")
        .verdict())
        .isEqualTo("Abstained: the estimate that the documents answer is 0.27, and 0.50 is needed.");
    assertThat(selector.explain(Samples.retrieval("q", read(1, "Stalin agreed to it.", 1)), none, "bundled")
        .verdict()).startsWith("Abstained: nothing that the model said was supported");
    assertThat(selector.explain(Samples.retrieval("q"), none, "bundled").verdict())
        .isEqualTo("Abstained: nothing was found.");
  }

  @Property(tries = 200)
  void keepsItsLimitsWhateverIsRead(@ForAll @Size(max = 12) List<@IntRange(min = 8, max = 470) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 5) int most, @ForAll long seed) {
    Random random = new Random(seed);
    Map<Integer, List<String>> texts = new HashMap<>();
    for (int i = 0; i < lengths.size(); i++) {
      String end = random.nextInt(4) == 0 ? "?" : ".";
      texts.computeIfAbsent(i % 3 + 1, n -> new ArrayList<>())
          .add(sentence("w" + i + "x", lengths.get(i)).replaceFirst("\\.$", end));
    }
    List<ReadPassage> read = new ArrayList<>();
    texts.forEach((number, sentences) -> {
      Document document = Samples.document(number, String.join(" ", sentences));
      for (Passage passage : passages(document, 2)) {
        read.add(Samples.read(passage,
            passage.sentences().stream().mapToDouble(s -> 2 + random.nextDouble()).toArray()));
      }
    });
    List<Candidate> chosen = selector.select(Samples.retrieval("q", read.toArray(ReadPassage[]::new)), most);
    List<Span> sentences = read.stream().flatMap(passage -> passage.passage().sentences().stream())
        .map(Sentence::span).toList();

    assertThat(chosen).hasSizeLessThanOrEqualTo(most).doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.comparingDouble(Candidate::score).reversed());
    assertThat(chosen).allSatisfy(candidate -> {
      assertThat(candidate.span().length()).isLessThanOrEqualTo(candidate == chosen.getFirst() ? 480 : 350);
      assertThat(sentences).anyMatch(s -> s.start() == candidate.span().start())
          .anyMatch(s -> s.end() == candidate.span().end());
      assertThat(candidate.text()).doesNotEndWith("?");
      assertThat(chosen).noneMatch(other -> other != candidate && other.document().equals(candidate.document())
          && other.span().overlaps(candidate.span()));
    });
    assertThat(chosen.stream().mapToInt(candidate -> candidate.span().length()).sum())
        .isLessThanOrEqualTo(1_200);
  }

  @Test
  void refusesASelectionThatCouldShowNothing() {
    assertThatThrownBy(() -> new Selection(-0.1, 0, 480, 350, 1_200)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("growth");
    assertThatThrownBy(() -> new Selection(0, -0.1, 480, 350, 1_200)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("margin");
    assertThatThrownBy(() -> new Selection(0, 0, 501, 350, 1_200)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("500");
    assertThatThrownBy(() -> new Selection(0, 0, 480, 501, 1_200)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("500");
  }
}
