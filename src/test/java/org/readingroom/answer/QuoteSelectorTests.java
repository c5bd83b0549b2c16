package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Document;
import org.readingroom.collection.Paragraph.Role;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;
import org.readingroom.search.AnswerType;
import org.readingroom.search.Candidate;
import org.readingroom.search.Ground;
import org.readingroom.search.Retrieval;
import org.readingroom.search.SampleSignals;

class QuoteSelectorTests {

  private static final Selection SELECTION = new Selection(8, 0.8, 0.25, 1, 0, 0, 1_200, 350, 5);
  /** The fewest characters that search takes for a candidate. */
  private static final int SHORTEST = 15;
  private static final Confidence SURE = new Confidence(0.5, 0.5, 0, Map.of(Ground.READ, 1.0));

  private final QuoteSelector selector = new QuoteSelector(SELECTION, SURE);

  private static Candidate candidate(int document, String words, double score) {
    return Samples.candidate(Samples.document(document, words), words, score);
  }

  /** Returns words of about a length that share none with those of another seed. */
  private static String words(String seed, int length) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; words.length() < length; i++) {
      words.append(seed).append(i).append(' ');
    }
    return words.substring(0, length - 1) + ".";
  }

  private List<Candidate> select(AnswerType wanted, Candidate... candidates) {
    return selector.select(Samples.retrieval(wanted, List.of(candidates)), Question.MAX_CITATIONS);
  }

  @Test
  void takesTheBestFirst() {
    Candidate best = candidate(1, "Stalin agreed to it.", 3);
    Candidate next = candidate(2, "Kim thanked him warmly.", 2.9);

    assertThat(select(AnswerType.OTHER, best, next)).containsExactly(best, next);
  }

  @Test
  void prefersARunOfFittingSentencesToOneThatFitsALittleBetter() {
    Document run = Samples.document(1, "Stalin agreed to it. He wanted lead in return.");
    Candidate agreed = Samples.candidate(run, "Stalin agreed to it.", 2.95);
    Candidate wanted = Samples.candidate(run, "He wanted lead in return.", 2.9);
    Candidate both = Samples.candidate(run, run.text(), 2.9);
    Candidate alone = candidate(2, "Kim thanked him warmly.", 3);

    assertThat(select(AnswerType.OTHER, alone, agreed, both, wanted)).containsExactly(both, alone);
  }

  @Test
  void doesNotLengthenASentenceByWhatDoesNotFit() {
    Document run = Samples.document(1, "Stalin agreed to it. The weather was fine.");
    Candidate agreed = Samples.candidate(run, "Stalin agreed to it.", 3);
    Candidate weather = Samples.candidate(run, "The weather was fine.", 0.5);
    Candidate both = Samples.candidate(run, run.text(), 2.7);
    Candidate other = candidate(2, "Kim thanked him warmly.", 3.3);

    assertThat(select(AnswerType.OTHER, other, agreed, both, weather)).first().isEqualTo(other);
  }

  @Test
  void aSharperChoiceGoesByTheScoreAlone() {
    Document run = Samples.document(1, "Stalin agreed to it. He wanted lead in return.");
    Candidate agreed = Samples.candidate(run, "Stalin agreed to it.", 2.95);
    Candidate both = Samples.candidate(run, run.text(), 2.9);
    Candidate alone = candidate(2, "Kim thanked him warmly.", 3);
    Retrieval retrieval = Samples.retrieval(AnswerType.OTHER, List.of(alone, agreed, both));

    assertThat(
        new QuoteSelector(new Selection(1_000, 0.8, 0.25, 1, 0, 0, 1_200, 350, 5), SURE).select(retrieval, 1))
        .containsExactly(alone);
    assertThat(
        new QuoteSelector(new Selection(8, 0.8, 0.25, 1, 0, 0, 1_200, 350, 5), SURE).select(retrieval, 1))
        .containsExactly(both);
  }

  @Test
  void whatLacksTheKindAskedForMustComeCloser() {
    Document day = Samples.document(1, "They came in October. The weather was fine. It was on the 19th.");
    Candidate month = holding(Samples.candidate(day, "They came in October.", 3));
    Candidate weather = Samples.candidate(day, "The weather was fine.", 2.5);
    Candidate date = holding(Samples.candidate(day, "It was on the 19th.", 2.4));
    Retrieval retrieval = Samples.retrieval(AnswerType.DATE, List.of(month, weather, date));

    assertThat(selector.select(retrieval, 5)).containsExactly(month, weather, date);
    assertThat(
        new QuoteSelector(new Selection(8, 0.8, 0.25, 0.5, 0, 0, 1_200, 350, 5), SURE).select(retrieval, 5))
        .containsExactly(month, date);
  }

  @Test
  void whatIsQuotedBesideTheFirstMustBeReadAsAnAnswer() {
    Document day = Samples.document(1, "They came in October. The weather was fine.");
    Candidate month = Samples.candidate(day, "They came in October.", 3);
    Candidate weather = Samples.candidate(day, "The weather was fine.", 2.9);
    Retrieval retrieval = Samples.retrieval(AnswerType.OTHER, List.of(month, weather));

    assertThat(selector.select(retrieval, 5)).containsExactly(month, weather);
    assertThat(
        new QuoteSelector(new Selection(8, 0.8, 0.25, 1, 0.1, 0, 1_200, 350, 5), SURE).select(retrieval, 5))
        .containsExactly(month);
    assertThatThrownBy(() -> new Selection(8, 0, 0, 1, 1.1, 0, 1_200, 350, 5))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("selection.read");
  }

  /** Returns the runs of a document's sentences that search makes, the whole one first; each reads as their mean. */
  private static List<Candidate> runs(Role role, List<String> sentences, double... read) {
    return runs(role, Collections.nCopies(read.length, 0), sentences, read);
  }

  /** Returns the same for sentences of several paragraphs. */
  private static List<Candidate> runs(Role role, List<Integer> paragraphs, List<String> sentences,
      double... read) {
    Document document = Samples.document(1, String.join(" ", sentences));
    List<Sentence> all = IntStream.range(0, read.length)
        .mapToObj(i -> new Sentence(Samples.candidate(document, sentences.get(i), 0).span(), role,
            paragraphs.get(i)))
        .toList();
    List<Candidate> runs = new ArrayList<>();
    for (int length = read.length; length > 0; length--) {
      for (int first = 0; first + length <= read.length; first++) {
        double mean = Arrays.stream(read, first, first + length).average().orElseThrow();
        double score = length == read.length ? 3 : 0;
        List<Sentence> own = all.subList(first, first + length);
        if (own.getLast().span().end() - own.getFirst().span().start() >= SHORTEST) {
          runs.add(new Candidate(document, own, score, SampleSignals.read(mean),
              Arrays.stream(read, first, first + length).boxed().toList()));
        }
      }
    }
    return runs;
  }

  private static String quoted(List<Candidate> candidates) {
    return new QuoteSelector(new Selection(8, 0.8, 0.25, 1, 0, 0.5, 1_200, 350, 5), SURE)
        .select(Samples.retrieval(AnswerType.OTHER, candidates), 1).getFirst().text();
  }

  @Test
  void aQuotationBeginsAndEndsWithWhatReadsAsAnAnswer() {
    List<String> sentences = List.of("Lunch was served.", "Kim asked for planes.", "Rain fell on the city.",
        "Stalin sent forty of them.", "With that the talk ended.");

    assertThat(quoted(runs(Role.BODY, sentences, 0.1, 0.9, 0.1, 0.8, 0.2)))
        .isEqualTo("Kim asked for planes. Rain fell on the city. Stalin sent forty of them.");
    assertThat(quoted(runs(Role.BODY, sentences, 0, 0, 0, 0, 0))).isEqualTo(String.join(" ", sentences));
  }

  @Test
  void aListBeginsWithTheFirstItemThatHasAnAnswer() {
    List<String> sentences = List.of("1. Lunch was served.", "2. Kim has a request.",
        "Forty planes are wanted.",
        "3. Rain fell on the city.");

    assertThat(quoted(runs(Role.LIST, List.of(0, 1, 1, 2), sentences, 0.1, 0.2, 0.9, 0.1)))
        .isEqualTo("2. Kim has a request. Forty planes are wanted. 3. Rain fell on the city.");
    List<String> leaning = List.of("1. Lunch was served.", "Kim came in.", "He asked for forty planes.");
    assertThat(quoted(runs(Role.LIST, List.of(0, 0, 1), leaning, 0.1, 0.1, 0.9)))
        .isEqualTo(String.join(" ", leaning));
    List<String> introduced = List.of("The following was asked for:", "1. Forty planes.",
        "2. Ten tons of lead.");
    assertThat(quoted(runs(Role.LIST, List.of(0, 1, 2), introduced, 0.1, 0.9, 0.8)))
        .isEqualTo(String.join(" ", introduced));
  }

  @Test
  void aSentenceThatTheNextOneLeansOnStays() {
    List<String> sentences = List.of("Lunch was served.", "Kim came in.", "He asked for planes.");

    assertThat(quoted(runs(Role.BODY, sentences, 0.1, 0.1, 0.9)))
        .isEqualTo("Kim came in. He asked for planes.");
  }

  @Test
  void whoSpeaksStaysAndSoDoesAShortAnswer() {
    assertThat(quoted(
        runs(Role.BODY, List.of("Rain fell on the city.", "STALIN.", "We will send forty planes."), 0.1,
            0.1, 0.9)))
        .isEqualTo("STALIN. We will send forty planes.");
    assertThat(quoted(
        runs(Role.BODY, List.of("Rain fell on the city.", "When did they begin to build it?", "In 1952."),
            0.1, 0.6, 0.9)))
        .isEqualTo("When did they begin to build it? In 1952.");
  }

  @Test
  void noQuotationEndsWithAQuestionWhoseAnswerWasThere() {
    List<String> sentences = List.of("What did Kim ask for, and how many?", "Forty planes were requested.");

    assertThat(quoted(runs(Role.BODY, sentences, 0.9, 0.3))).isEqualTo(String.join(" ", sentences));
  }

  @Test
  void ofTwoQuotationsThatAreTheSameOnceCutOneIsLeft() {
    List<Candidate> one = runs(Role.BODY, List.of("Kim asked for ten planes.", "Rain fell on the city."), 0.9,
        0.1);
    Document other = Samples.document(2, "Kim asked for ten planes. Lunch was served at noon.");
    List<Candidate> both = new ArrayList<>(one);
    one.forEach(run -> both.add(new Candidate(other, run.sentences().stream()
        .map(s -> new Sentence(new Span(s.span().start(), Math.min(other.text().length(), s.span().end())),
            Role.BODY, 0))
        .toList(), run.score(), run.signals(), run.read())));

    assertThat(new QuoteSelector(new Selection(8, 0.8, 0.8, 1, 0, 0.5, 1_200, 350, 5), SURE)
        .select(Samples.retrieval(AnswerType.OTHER, both), 5)).hasSize(1);
  }

  @Test
  void aListStaysWhole() {
    List<String> sentences = List.of("Kim asked for:", "ten planes;", "two ships.");

    assertThat(quoted(runs(Role.LIST, sentences, 0.1, 0.9, 0.1))).isEqualTo(String.join(" ", sentences));
  }

  private static Candidate holding(Candidate candidate) {
    return new Candidate(candidate.document(), candidate.sentences(), candidate.score(),
        SampleSignals.wanted(), candidate.read());
  }

  @Test
  void takesNoneWhereTheGroundsDoNotSuffice() {
    Retrieval poor = new Retrieval(Samples.query("q", AnswerType.OTHER), List.of(),
        List.of(candidate(1, "Stalin agreed to it.", 3)), List.of(), Map.of(Ground.READ, -1.0));

    assertThat(selector.select(poor, 5)).isEmpty();
  }

  @Test
  void takesNoneOfNothing() {
    assertThat(select(AnswerType.OTHER)).isEmpty();
  }

  @Test
  void takesAsManyAsAreWanted() {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      candidates.add(candidate(i, words("w" + i + "x", 40), 3));
    }
    Retrieval retrieval = Samples.retrieval(AnswerType.OTHER, candidates);

    for (int most = 1; most <= 5; most++) {
      assertThat(selector.select(retrieval, most)).isEqualTo(candidates.subList(0, most));
    }
  }

  @Test
  void leavesOutWhatIsFarBelowTheBest() {
    Document same = Samples.document(1, "Stalin agreed to it. Kim thanked him. He flew home.");
    Candidate best = Samples.candidate(same, "Stalin agreed to it.", 3);
    Candidate within = Samples.candidate(same, "Kim thanked him.", 2.3);
    Candidate below = Samples.candidate(same, "He flew home.", 2.1);

    assertThat(select(AnswerType.OTHER, best, within, below)).containsExactly(best, within);
  }

  @Test
  void asksMoreOfAnotherDocument() {
    Candidate best = candidate(1, "Stalin agreed to it.", 3);

    assertThat(select(AnswerType.OTHER, best, candidate(2, "Kim thanked him.", 2.7))).containsExactly(best);
    assertThat(select(AnswerType.OTHER, best, candidate(2, "Kim thanked him.", 2.8))).hasSize(2);
  }

  @Test
  void showsAtMost1200CharactersTogether() {
    Candidate[] candidates = new Candidate[5];
    for (int i = 0; i < candidates.length; i++) {
      candidates[i] = candidate(i + 1, words("w" + i + "x", 345), 3);
    }

    assertThat(select(AnswerType.OTHER, candidates)).containsExactly(candidates[0], candidates[1],
        candidates[2]);
  }

  @Test
  void quotesWhatEndsWithAQuestionOnlyWhereNothingElseAnswers() {
    Candidate answer = candidate(1, "We have eighteen divisions.", 3);
    Candidate asked = candidate(2, "Stalin. How many divisions do you have?", 3);

    assertThat(select(AnswerType.OTHER, answer, asked)).containsExactly(answer);
    assertThat(select(AnswerType.OTHER, asked, answer)).containsExactly(answer);
    assertThat(select(AnswerType.OTHER, asked)).containsExactly(asked);
  }

  @Test
  void wantsLaterQuotationsShorter() {
    Candidate first = candidate(1, words("a", 480), 3);
    Candidate longOne = candidate(2, words("b", 351), 3);
    Candidate shortOne = candidate(3, words("c", 350), 3);

    assertThat(select(AnswerType.OTHER, first, longOne, shortOne)).containsExactly(first, shortOne);
  }

  @Test
  void leavesOutWhatSaysTheSameAgain() {
    Candidate best = candidate(1, "Stalin agreed to send them nine regiments of new tanks.", 3);
    Candidate copy = candidate(2, "STALIN agreed: to send them nine regiments of tanks!", 3);

    assertThat(select(AnswerType.OTHER, best, copy)).containsExactly(best);
  }

  @Test
  void keepsWhatSaysSomethingElseInWhateverLetters() {
    Map.of("Сталин согласился на это предложение.", "Ким тепло поблагодарил посла.",
        "Η γέφυρα χτίστηκε το 1782.",
        "Ο έμπορος πλήρωσε τα έξοδα.", "石桥建于一七八二年。", "商人王德明出资修了河堤。", "بنى التجار السوق القديم.",
        "احترق الجسر في الشتاء.", "สะพานสร้างด้วยหิน", "พ่อค้าเดินทางไปเมืองหลวง").forEach((one, other) -> {
          Candidate best = candidate(1, one, 3);
          Candidate next = candidate(2, other, 2.9);

          assertThat(select(AnswerType.OTHER, best, next)).containsExactly(best, next);
        });
  }

  @Test
  void leavesOutWhatSaysTheSameAgainInWhateverLetters() {
    Map.of("Сталин согласился отправить девять полков танков.",
        "СТАЛИН согласился: отправить девять полков танков!",
        "石桥由商人王德明出资修建。", "石桥由商人王德明出资修建了。").forEach((one, other) -> {
          Candidate best = candidate(1, one, 3);

          assertThat(select(AnswerType.OTHER, best, candidate(2, other, 2.9))).containsExactly(best);
        });
  }

  @Test
  void leavesOutWhatOverlapsInTheDocument() {
    Document document = Samples.document(1, "Stalin agreed to it. Kim thanked him. He flew home.");
    Candidate best = Samples.candidate(document, "Stalin agreed to it.", 3);
    Candidate more = Samples.candidate(document, "agreed to it. Kim thanked him. He flew home.", 2.95);

    assertThat(select(AnswerType.OTHER, best, more)).containsExactly(best);
  }

  @Test
  void tellsACourseOfEventsInOrderOfDate() {
    Document late = Samples.document(3, "Late", LocalDate.of(1953, 7, 27), null, null, "It ended at last.");
    Document early = Samples.document(5, "Early", LocalDate.of(1950, 6, 25), null, null,
        "The war began. Seoul fell soon.");
    Candidate best = Samples.candidate(late, "It ended at last.", 3);
    Candidate second = Samples.candidate(early, "Seoul fell soon.", 2.95);
    Candidate third = Samples.candidate(early, "The war began.", 2.9);

    assertThat(select(AnswerType.COURSE, best, second, third)).containsExactly(second, best);
    assertThat(select(AnswerType.REASON, best, second, third)).containsExactly(best, second, third);
  }

  @Test
  void answersEachPartOfAQuestionFirst() {
    Candidate best = candidate(1, "Stalin agreed to it.", 3);
    Candidate why = candidate(2, "Because the lead was needed.", 4);
    Candidate when = candidate(3, "It came on 5 May 1950.", 3.5);
    Retrieval retrieval = new Retrieval(Samples.query("q", AnswerType.OTHER), List.of(), List.of(best),
        List.of(List.of(why, best), List.of(why, when), List.of()), Map.of(Ground.READ, 1.0));

    assertThat(selector.select(retrieval, 5)).containsExactly(why, when, best);
    assertThat(selector.select(retrieval, 1)).containsExactly(why);
  }

  @Test
  void explainsWhatWasConsideredAndQuoted() {
    Document run = Samples.document(1, "Stalin agreed to it. He wanted lead in return.");
    Candidate agreed = Samples.candidate(run, "Stalin agreed to it.", 3);
    Candidate both = Samples.candidate(run, run.text(), 3);
    Candidate poor = candidate(2, "Kim thanked him warmly.", 0);
    Retrieval retrieval = Samples.retrieval(AnswerType.NUMBER, List.of(agreed, both, poor));
    Answer answer = new Answer.Answered("He did. [1]",
        List.of(
            new Citation(1, Quote.verified(run, both.span(), run.text()), new Span(0, 11), List.of(), 0.9)));

    Explanation explanation = selector.explain(retrieval, answer, List.of(), Samples.RANKING);

    assertThat(explanation.query().wanted()).isEqualTo(AnswerType.NUMBER);
    assertThat(explanation.grounds()).singleElement()
        .isEqualTo(new Explanation.Weighed("read", 1, 1));
    assertThat(explanation.candidates()).extracting(Explanation.Considered::candidate)
        .containsExactly(agreed, both, poor);
    assertThat(explanation.candidates()).extracting(Explanation.Considered::place).containsExactly(null, 1,
        null);
    assertThat(explanation.candidates()).extracting(considered -> Math.round(considered.chance() * 100))
        .containsExactly(50L, 100L, 0L);
    assertThat(explanation.candidates().getFirst().signals())
        .contains(new Explanation.Weighed("read", 0, 2));
    assertThat(explanation.verdict())
        .isEqualTo("Answered: the estimate that the documents answer is 0.73, and 0.50"
            + " is needed. The first quotation holds 100 % of the chance to be the answer.");
  }

  @Test
  void explainsWhyThereIsNoAnswer() {
    Candidate one = candidate(1, "Stalin agreed to it.", 3);
    Retrieval poor = new Retrieval(Samples.query("q", AnswerType.OTHER), List.of(), List.of(one), List.of(),
        Map.of(Ground.READ, -1.0));
    Answer none = new Answer.Abstained("No.", List.of());

    assertThat(selector.explain(poor, none, List.of(), Samples.RANKING).verdict())
        .isEqualTo("Abstained: the estimate that the documents answer is 0.27, and 0.50 is needed.");
    assertThat(
        selector.explain(Samples.retrieval(AnswerType.OTHER, List.of(one)), none, List.of(), Samples.RANKING)
            .verdict())
        .startsWith("Abstained: nothing that the model said was supported");
    assertThat(
        selector.explain(Samples.retrieval(AnswerType.OTHER, List.of()), none, List.of(), Samples.RANKING)
            .verdict())
        .isEqualTo("Abstained: nothing was found.");
  }

  @Property(tries = 200)
  void keepsItsLimitsWhateverIsFound(
      @ForAll @Size(max = 12) List<@IntRange(min = 4, max = 480) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 5) int most) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < lengths.size(); i++) {
      candidates.add(candidate(i % 4 + 1, words("w" + i + "x", lengths.get(i)), 3 - 0.05 * i));
    }
    List<Candidate> chosen = selector.select(Samples.retrieval(AnswerType.OTHER, candidates), most);

    assertThat(chosen).hasSizeLessThanOrEqualTo(most).doesNotHaveDuplicates();
    assertThat(candidates).containsAll(chosen);
    assertThat(chosen.stream().mapToInt(c -> c.text().length()).sum()).isLessThanOrEqualTo(1_200);
    assertThat(chosen).allMatch(c -> c.text().length() <= Quote.MAX_LENGTH);
  }

  @Test
  void refusesASelectionThatCouldShowNothing() {
    assertThatThrownBy(() -> new Selection(8, -0.1, 0, 1, 0, 0, 1_200, 350, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Selection(8, 0, -0.1, 1, 0, 0, 1_200, 350, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Selection(8, 0, 0, 1.1, 0, 0, 1_200, 350, 5))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("lacking");
    assertThatThrownBy(() -> new Selection(8, 0, 0, 1, 0, 1.1, 1_200, 350, 5))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ends");
    assertThatThrownBy(() -> new Selection(8, 0, 0, 1, 0, 0, 499, 350, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("500");
  }
}
