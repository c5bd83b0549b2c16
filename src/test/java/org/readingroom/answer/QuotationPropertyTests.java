package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.readingroom.answer.Answer.Abstained;
import org.readingroom.answer.Answer.Answered;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.search.Filters;
import org.readingroom.search.ReadPassage;

/** Whatever a model says about whatever documents, nothing but their own words leaves as a quotation. */
class QuotationPropertyTests {

  /**
   * Is what a model does with the words of a document.
   *
   * @param document the place of the document among all
   * @param evidence what it says the number of the evidence is
   * @param honest whether it says the number of a passage that holds the place instead
   * @param start where it begins to copy
   * @param length how much it copies
   * @param change what it does to the copy, none of it from 4 on
   */
  record Move(int document, int evidence, boolean honest, int start, int length, int change) {

    Claim claim(List<Document> documents, List<Passage> passages) {
      Document from = documents.get(document % documents.size());
      int begin = start % from.text().length();
      String words = from.text().substring(begin, Math.min(from.text().length(), begin + length));
      int number = evidence;
      for (int i = 0; honest && i < passages.size(); i++) {
        Passage passage = passages.get(i);
        if (passage.document() == from && passage.span().start() <= begin) {
          number = i + 1;
        }
      }
      return Claim.quoting(number, switch (change) {
        case 0 -> words.replace(' ', '\u00A0');
        case 1 -> words.toUpperCase(java.util.Locale.ROOT);
        case 2 -> words + "!";
        case 3 -> new StringBuilder(words).reverse().toString();
        default -> words;
      });
    }
  }

  @Provide
  Arbitrary<List<Document>> documents() {
    Arbitrary<String> pieces = Arbitraries.of("We want lead. ", "Stalin agreed! ", "😀", " ", "\n", "\u00A0",
        "\t",
        "tanks", "x", "\uD83D", "é", "e\u0301", "1. ", "…", "“No.” ", "\u200B", "[1]", "{{question}}");
    Arbitrary<String> texts = pieces.list().ofMinSize(1).ofMaxSize(60).map(list -> String.join("", list))
        .filter(text -> text.chars().anyMatch(c -> !isSpace((char) c)));
    return texts.list().ofMinSize(1).ofMaxSize(4).map(list -> {
      List<Document> documents = new ArrayList<>();
      list.forEach(text -> documents.add(Samples.document(documents.size() + 1, text)));
      return documents;
    });
  }

  @Provide
  Arbitrary<List<Move>> moves() {
    return Combinators.combine(Arbitraries.integers().between(0, 3), Arbitraries.integers().between(-2, 9),
        Arbitraries.of(true, true, true, false), Arbitraries.integers().between(0, 400),
        Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, Arbitraries.integers().between(1, 60)),
            net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(490, 520))),
        Arbitraries.integers().between(0, 12)).as(Move::new).list().ofMaxSize(12);
  }

  @Property(tries = 400)
  void whateverIsQuotedStandsInTheDocument(@ForAll("documents") List<Document> documents,
      @ForAll("moves") List<Move> moves, @ForAll @IntRange(min = 1, max = 5) int most) {
    List<Passage> passages = Samples.passages(documents);
    List<Claim> claims = moves.stream().map(move -> move.claim(documents, passages)).toList();
    Answer answer = Samples
        .answering(new ScriptedChatModel(StructuredClaims.write(claims)), new FakeSearch(read(passages)))
        .answer(new Question("What?", null, Filters.NONE, most), List.of(), AnswerListener.NONE)
        .answer();

    Statistics.label("answered").collect(answer instanceof Answered)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    if (answer instanceof Answered answered) {
      assertThat(answered.citations()).hasSizeBetween(1, most);
      Set<Quote> different = new HashSet<>();
      int marker = 0;
      int end = 0;
      for (Citation citation : answered.citations()) {
        Quote quote = citation.quote();
        String words = quote.document().text().substring(quote.span().start(), quote.span().end());
        assertThat(quote.text()).isEqualTo(words).hasSizeLessThanOrEqualTo(500);
        assertThat(isSpace(words.charAt(0)) || isSpace(words.charAt(words.length() - 1))).isFalse();
        assertThat(documents).contains(quote.document());
        assertThat(different.add(quote)).isTrue();
        assertThat(citation.marker()).isEqualTo(++marker);
        assertThat(citation.emphasis()).allMatch(quote.span()::contains);
        assertThat(citation.score()).isBetween(0.0, 1.0);
        assertThat(citation.answerSpan().end()).isGreaterThanOrEqualTo(end);
        end = citation.answerSpan().end();
        assertThat(answer.text().substring(citation.answerSpan().start(), end)).contains("[" + marker + "]");
      }
      // A claim that rests on earlier quotations alone brings no citation of its own.
      assertThat(answer.text()).endsWith("]");
      assertThat(end).isLessThanOrEqualTo(answer.text().length());
    } else {
      assertThat(((Abstained) answer).text()).startsWith("The documents do not answer this question.");
    }
  }

  @Property(tries = 200)
  void whatIsCopiedWholeIsQuoted(@ForAll("documents") List<Document> documents,
      @ForAll @IntRange(min = 0, max = 1_000) int pick) {
    List<Passage> passages = Samples.passages(documents);
    int number = pick % passages.size();
    String words = passages.get(number).text();
    Answer answer = Samples
        .answering(ScriptedChatModel.claiming(number + 1, words), new FakeSearch(passages))
        .answer(Question.of("What?"), List.of(), AnswerListener.NONE).answer();

    assertThat(answer instanceof Answered).satisfies(quoted -> {
      if (words.length() <= Quote.MAX_LENGTH && words.codePoints().anyMatch(Character::isLetterOrDigit)) {
        assertThat(quoted).isTrue();
      }
    });
  }

  @Property(tries = 300)
  void abstainsWhateverProseTheModelWrites(@ForAll String output) {
    Answer answer = Samples.answering(new ScriptedChatModel(output), new FakeSearch(Samples.LEAD))
        .answer(Question.of("What?"), List.of(), AnswerListener.NONE).answer();

    assertThat(answer).isInstanceOf(Abstained.class);
  }

  /** Reads the passages so that each sentence with tanks in it answers best. */
  private static ReadPassage[] read(List<Passage> passages) {
    return passages.stream()
        .map(passage -> Samples.read(passage, passage.sentences().stream()
            .mapToDouble(sentence -> sentence.span().of(passage.document().text()).contains("tanks") ? 4 : 2)
            .toArray()))
        .toArray(ReadPassage[]::new);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
