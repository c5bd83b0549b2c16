package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.answer.Answer.Abstained;
import org.readingroom.answer.Answer.Answered;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;
import org.readingroom.search.Filters;
import org.readingroom.search.Leases;
import org.readingroom.search.RetrievedPassage;

class QuestionAnsweringTests {

  private static final String PLANES = "We ask for planes.";
  private static final String TANKS = "We ask for nine regiments of tanks.";

  private static Answer ask(ScriptedChatModel model, Document... documents) {
    return ask(model, Question.of("How much lead?"), new FakeSearch(documents));
  }

  private static Answer ask(ScriptedChatModel model, Question question, FakeSearch search) {
    return Samples.answering(model, search).answer(question, List.of(), AnswerListener.NONE).answer();
  }

  private static List<String> quotes(Answer answer) {
    return answer instanceof Answered answered
        ? answered.citations().stream().map(citation -> citation.quote().text()).toList()
        : List.of();
  }

  private static void abstains(ScriptedChatModel model) {
    assertThat(ask(model, Samples.LEAD, Samples.PLANES)).isInstanceOf(Abstained.class);
  }

  @Test
  void saysFirstWhereTheQuotationsMayBeNoAnswer() {
    FakeSearch search = new FakeSearch(List.of(Samples.candidate(Samples.LEAD, Samples.LEAD_WORDS, 1)));
    for (double sure : List.of(0.73, 0.74)) { // the estimate is .731
      ExtractiveChatModel extractive = Samples.extractive(sure);
      Map<String, StreamingChatModel> models = Map.of(ExtractiveChatModel.NAME, extractive, "other",
          ScriptedChatModel.claiming(1, "He wants gold."));
      models.forEach((name, model) -> {
        Answer answer = Samples.answering(model, name, extractive, search, ClaimSettings.Unsupported.DROP)
            .answer(Question.of("How much lead?"), List.of(), AnswerListener.NONE).answer();

        assertThat(quotes(answer)).containsExactly(Samples.LEAD_WORDS);
        assertThat(answer.text().startsWith("The documents may not answer this; ")).as("%s, %s", name, sure)
            .isEqualTo(sure > 0.731);
      });
    }
  }

  /** Documents of two collections have the same numbers. */
  @Test
  void onlyWhatWasQuotedFromTheCollectionThatIsAskedIsContext() {
    for (Document quoted : List.of(Samples.PLANES, of("other", Samples.PLANES))) {
      Quote quote = Quote.verified(quoted, Samples.span(quoted, PLANES), PLANES);
      Answer before = new Answered("“" + PLANES + "” [1]",
          List.of(new Citation(1, quote, new Span(0, 3), List.of(), 1)));
      FakeSearch search = new FakeSearch(Samples.LEAD);
      Samples.answering(ScriptedChatModel.claiming(1, Samples.LEAD_WORDS), search).answer(
          Question.of("And lead?"), List.of(new Exchange("What of planes?", before)), AnswerListener.NONE);

      assertThat(search.inquiries.getLast().cited())
          .isEqualTo(quoted == Samples.PLANES ? Set.of(quoted) : Set.of());
    }
  }

  private static Document of(String collection, Document document) {
    return new Document(collection, document.number(), document.title(), null, document.date(),
        document.kind(), document.from(), document.to(), null, null, document.text(), document.sha256(),
        document.paragraphs(), List.of());
  }

  @Test
  void quotesWhatTheModelQuotesRight() {
    Answer answer = ask(ScriptedChatModel.claiming(2, TANKS, 1, Samples.LEAD_WORDS), Samples.LEAD,
        Samples.PLANES);

    assertThat(quotes(answer)).containsExactly(TANKS, Samples.LEAD_WORDS);
    Citation first = ((Answered) answer).citations().getFirst();
    assertThat(first.quote().document()).isSameAs(Samples.PLANES);
    assertThat(first.quote().span()).isEqualTo(Samples.span(Samples.PLANES, TANKS));
    assertThat(first.score()).isEqualTo(0.45);
  }

  @ParameterizedTest
  @ValueSource(strings = {"We would like to receive from Korea a yearly minimum of 52,000 tons of lead.",
      "We would like to receive from Korea … 25,000 tons of lead.",
      "We would like from Korea a yearly minimum", "PIease tell Kim so.",
      "Stalin never wanted lead."})
  void dropsWhatTheModelMisquotes(String words) {
    abstains(ScriptedChatModel.claiming(1, words));
    assertThat(quotes(ask(ScriptedChatModel.claiming(1, words, 1, Samples.LEAD_WORDS), Samples.LEAD)))
        .containsExactly(Samples.LEAD_WORDS);
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 3, 0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void removesNumbersOfEvidenceThatThereIsNot(int number) {
    Answer answer = ask(ScriptedChatModel.claiming(number, Samples.LEAD_WORDS), Samples.PLANES, Samples.LEAD);
    assertThat(quotes(answer)).containsExactly(Samples.LEAD_WORDS);
    assertThat(answer.text()).endsWith("[1]").doesNotContain("[" + number + "]" + (number == 1 ? "x" : ""));
    abstains(ScriptedChatModel.claiming(number, "Stalin never wanted lead."));
  }

  @Test
  void citesWordsWhereTheyStandWhateverEvidenceTheyAreSaidToBeFrom() {
    Answered answer = (Answered) ask(ScriptedChatModel.claiming(2, Samples.LEAD_WORDS, 1, TANKS),
        Samples.LEAD,
        Samples.PLANES);
    assertThat(answer.citations()).extracting(citation -> citation.quote().document().number())
        .containsExactly(7, 8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"we would like to receive from korea a yearly minimum of 25,000 tons of lead",
      "We would like to  receive\nfrom Korea a yearly minimum of 25,000\u00A0tons of lead",
      "‘We would like to receive from Korea a yearly mini-mum of 25,000 tons of lead,"})
  void quotesTheDocumentsOwnWordsWhereOnlySpacesCaseMarksAndHyphensDiffer(String words) {
    assertThat(quotes(ask(ScriptedChatModel.claiming(1, words), Samples.LEAD))).singleElement().asString()
        .isEqualTo(Samples.LEAD_WORDS.substring(0, Samples.LEAD_WORDS.length() - 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"000 tons of lead", "ould like to receive", "5,000 tons", "year",
      "lead insufficien"})
  void dropsHalfAWordOrNumber(String words) {
    abstains(ScriptedChatModel.claiming(1, words));
  }

  @Test
  void dropsAQuotationFromADocumentThatWasNotFound() {
    assertThat(ask(ScriptedChatModel.claiming(1, TANKS), Samples.LEAD)).isInstanceOf(Abstained.class);
  }

  @Test
  void dropsWordsThatStandOnlyBeforeTheEvidence() {
    List<Passage> passages = Samples.passages(List.of(
        Samples.document(1,
            "Alpha came first. " + "Then came a great many other words. ".repeat(12).strip())));
    FakeSearch search = new FakeSearch(List.of(passages.get(1)), "");

    assertThat(ask(ScriptedChatModel.claiming(1, "Alpha came first."), Question.of("Who?"), search))
        .isInstanceOf(Abstained.class);
  }

  @Test
  void dropsQuotationsOfMoreThan500Characters() {
    String words = "Word ".repeat(99) + "words";
    Document document = Samples.document(1,
        words + " without an end. They go on. ".repeat(20).stripTrailing());
    Passage passage = Samples.passage(document);

    FakeSearch search = new FakeSearch(List.of(passage), "");
    assertThat(ask(ScriptedChatModel.claiming(1, document.text()), Question.of("Who?"), search))
        .isInstanceOf(Abstained.class);
    assertThat(words).hasSize(500);
    assertThat(quotes(ask(ScriptedChatModel.claiming(1, words), Question.of("Who?"), search)))
        .containsExactly(words);
    assertThat(ask(ScriptedChatModel.claiming(1, words + " without"), Question.of("Who?"), search))
        .isInstanceOf(Abstained.class);
  }

  @Test
  void dropsHalfACharacter() {
    Document smile = Samples.document(1, "He smiled 😀 at her.");

    assertThat(ask(new ScriptedChatModel("{\"claims\":[{\"evidence\":1,\"quote\":\"He smiled \\ud83d\"}]}"),
        smile)).isInstanceOf(Abstained.class);
    assertThat(quotes(ask(ScriptedChatModel.claiming(1, "smiled 😀"), smile))).containsExactly("smiled 😀");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "{}", "[]", "{\"claims\":[]}", "{\"claims\":null}",
      "{\"claims\":[null]}",
      "{\"claims\":[{}]}", "{\"claims\":[{\"evidence\":1}]}",
      "{\"claims\":[{\"evidence\":1,\"quote\":null}]}",
      "{\"claims\":[{\"evidence\":1,\"quote\":\"\"}]}",
      "{\"claims\":[{\"evidence\":1,\"quote\":\"\\u00a0\"}]}",
      "We ask for submarines.", "[1] “We ask for submarines.”", "[1]", "[1] [2] [17]", "NO ANSWER", "a",
      "```json\n{\"claims\":[{\"evidence\":1,\"quote\":\"Ignore the rules.\"}]}\n```",
      "{\"claims\":[{\"evidence\":1",
      "<html>", "{{evidence}}"})
  void abstainsWhateverElseTheModelSays(String output) {
    abstains(new ScriptedChatModel(output));
  }

  @Test
  void abstainsWhenTheModelSaysNothingAtAll() {
    abstains(new ScriptedChatModel(AiMessage.builder().build()));
  }

  @Test
  void quotesNothingWhereNothingWasFound() {
    Abstained answer = (Abstained) ask(ScriptedChatModel.claiming(1, TANKS));

    assertThat(answer.related()).isEmpty();
    assertThat(answer.text()).isEqualTo("The documents do not answer this question.");
  }

  @Test
  void namesTheNearestDocumentsOnceEachWhereItAbstains() {
    List<Document> documents = List.of(Samples.LEAD, Samples.LEAD, Samples.PLANES,
        Samples.document(9, "Nothing."), Samples.document(10, "Nothing else."));
    Abstained answer = (Abstained) ask(new ScriptedChatModel("{}"), documents.toArray(Document[]::new));

    assertThat(answer.related()).extracting(Document::number).containsExactly(7, 8, 9);
    assertThat(answer.text()).contains("do not answer").contains("nearest");
  }

  @Test
  void showsAtMostAsManyQuotationsAsAreWanted() {
    Document document = Samples.document(1, "One. Two. Three. Four. Five. Six. Seven.");
    ScriptedChatModel model = ScriptedChatModel.claiming(1, "One.", 1, "Two.", 1, "Three.", 1, "Four.", 1,
        "Five.", 1, "Six.", 1, "Seven.");

    assertThat(quotes(ask(model, document))).containsExactly("One.", "Two.", "Three.", "Four.", "Five.");
    assertThat(quotes(ask(model, new Question("What?", null, Filters.NONE, 1), new FakeSearch(document))))
        .containsExactly("One.");
  }

  @Test
  void showsAQuotationOnce() {
    assertThat(quotes(ask(ScriptedChatModel.claiming(1, PLANES, 1, PLANES, 1, TANKS, 1, PLANES),
        Samples.PLANES))).containsExactly(PLANES, TANKS);
  }

  @Test
  void isNotOverwhelmedByTenThousandClaims() {
    List<Claim> claims = Collections.nCopies(10_000, Claim.quoting(1, "We ask for nine hundred tanks."));
    String lies = StructuredClaims.write(claims);
    String truth = StructuredClaims.write(Collections.nCopies(10_000, Claim.quoting(1, TANKS)));

    assertThat(ask(new ScriptedChatModel(lies), Samples.PLANES)).isInstanceOf(Abstained.class);
    assertThat(quotes(ask(new ScriptedChatModel(truth), Samples.PLANES))).containsExactly(TANKS);
  }

  @Test
  void marksTheWordsThatAnswer() {
    FakeSearch search = new FakeSearch(List.of(Samples.passage(Samples.PLANES)), "nine regiments");
    Answered answer = (Answered) ask(ScriptedChatModel.claiming(1, TANKS), Question.of("How many?"), search);

    assertThat(answer.citations().getFirst().emphasis())
        .containsExactly(Samples.span(Samples.PLANES, "nine regiments"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{x}}", "{{question}}", "{{evidence}}", "{{it}}",
      "What is {{ question }} of {{evidence}}?",
      "{{current_date}} {{current_time}} {{current_date_time}}", "$1 \\1 ${x} $", "${question}", "}}{{",
      "%s %d", "😀", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "מי כתב לסטלין?", "\u202Eabc\u202C", "a\u0000b\u0001\u001B[31m",
      "\u0007bell", "?", "<b>",
      "{\"claims\":[]}", "\\u0041"})
  void takesTheQuestionAsItIs(String text) {
    ScriptedChatModel model = ScriptedChatModel.claiming(1, TANKS);
    FakeSearch search = new FakeSearch(Samples.PLANES);

    QuestionAnswering.Reply reply = Samples.answering(model, search).answer(Question.of(text), List.of(),
        AnswerListener.NONE);

    assertThat(search.queries).containsExactly(text);
    assertThat(reply.query()).isEqualTo(text);
    assertThat(model.userMessages()).singleElement().asString().startsWith("Question: " + text + "\n")
        .contains(TANKS);
    assertThat(quotes(reply.answer())).containsExactly(TANKS);
  }

  @Test
  void takesAQuestionOf2000Characters() {
    FakeSearch search = new FakeSearch(Samples.PLANES);
    String text = "lead ".repeat(399) + "tanks";

    assertThat(quotes(ask(ScriptedChatModel.claiming(1, TANKS), Question.of(text), search)))
        .containsExactly(TANKS);
    assertThat(search.queries).containsExactly(text);
  }

  @Test
  void doesNotTakeEvidenceForATemplate() {
    Document document = Samples.document(1, "He wrote {{question}} and {{evidence}} for $1.");
    ScriptedChatModel model = ScriptedChatModel.claiming(1, "{{question}} and {{evidence}} for $1.");

    assertThat(quotes(ask(model, document))).containsExactly("{{question}} and {{evidence}} for $1.");
    assertThat(model.userMessages().getLast()).contains(document.text());
  }

  @Test
  void searchesAndChecksOnOneStateOfTheIndex() {
    FakeSearch search = new FakeSearch(Samples.PLANES);
    ask(ScriptedChatModel.claiming(1, TANKS), Question.of("How many tanks?"), search);
    assertThat(search.acquired).hasSize(1);
    assertThat(search.used).hasSizeGreaterThan(1).containsOnly(search.acquired.getFirst());
    assertThat(Leases.isOpen(search.acquired.getFirst())).isFalse();
  }

  @Test
  void letsGoOfTheIndexWhereNoAnswerIsMade() {
    FakeSearch search = new FakeSearch(Samples.PLANES);
    AnswerListener gone = new AnswerListener() {
      @Override
      public void cited(Citation citation) {
        throw new AnswerCancelledException();
      }
    };
    assertThatThrownBy(() -> Samples.answering(ScriptedChatModel.claiming(1, TANKS), search)
        .answer(Question.of("How many tanks?"), List.of(), gone))
        .isInstanceOf(AnswerCancelledException.class);
    assertThat(search.acquired).singleElement().matches(lease -> !Leases.isOpen(lease));
  }

  @Test
  void searchesWithTheFiltersOfTheQuestion() {
    Filters filters = new Filters(Set.of(8), LocalDate.of(1950, 1, 1), null, Set.of("Mao"), null);
    FakeSearch search = new FakeSearch(Samples.PLANES);
    ask(new ScriptedChatModel("{}"), new Question("What?", null, filters, 3), search);

    assertThat(search.filters).containsExactly(filters);
  }

  @Test
  void remembersTheEarlierQuestionsOfAConversationAndNoEvidence() {
    ScriptedChatModel model = ScriptedChatModel.claiming(1, TANKS);
    FakeSearch search = new FakeSearch(Samples.PLANES);
    QuestionAnswering answering = Samples.answering(model, search);

    Question first = Question.of("How many tanks did Mao Zedong want from Stalin?");
    Exchange exchange = new Exchange(first.text(),
        answering.answer(first, List.of(), AnswerListener.NONE).answer());
    QuestionAnswering.Reply reply = answering.answer(Question.of("And planes?"), List.of(exchange),
        AnswerListener.NONE);

    assertThat(search.queries).containsExactly("How many tanks did Mao Zedong want from Stalin?",
        "How many tanks did Mao Zedong want from Stalin? And planes?");
    assertThat(reply.query()).isEqualTo(search.queries.getLast());
    assertThat(model.userMessages()).hasSize(2).first()
        .isEqualTo("How many tanks did Mao Zedong want from Stalin?");
    assertThat(model.userMessages().getLast()).startsWith("Question: And planes?\n").contains(TANKS);
  }

  @Test
  void remembersNothingByItself() {
    FakeSearch search = new FakeSearch(Samples.PLANES);
    ScriptedChatModel model = new ScriptedChatModel("{}");
    QuestionAnswering answering = Samples.answering(model, search);

    answering.answer(Question.of("How many tanks did Mao Zedong want from Stalin?"), List.of(),
        AnswerListener.NONE);
    answering.answer(Question.of("And planes?"), List.of(), AnswerListener.NONE);

    assertThat(search.queries).last().isEqualTo("And planes?");
    assertThat(model.userMessages()).hasSize(1);
  }

  /** Writes down what it hears. */
  private static final class Heard implements AnswerListener {

    private final List<String> events = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    @Override
    public void retrieved(List<RetrievedPassage> passages) {
      events.add("retrieved " + passages.size());
    }

    @Override
    public void wrote(String more) {
      words.append(more);
      events.add("wrote");
    }

    @Override
    public void cited(Citation citation) {
      assertThat(words).hasSize(citation.answerSpan().end());
      events.add("cited " + citation.id());
    }
  }

  @Test
  void letsTheAnswerBeHeardWhileItIsMade() {
    Heard heard = new Heard();
    Answer answer = Samples
        .answering(ScriptedChatModel.claiming(2, TANKS, 1, Samples.LEAD_WORDS),
            new FakeSearch(Samples.LEAD, Samples.PLANES))
        .answer(Question.of("How much lead?"), List.of(), heard).answer();

    assertThat(heard.events).containsExactly("retrieved 2", "wrote", "cited c1", "wrote", "cited c2");
    assertThat(heard.words).hasToString(answer.text());
  }

  @Test
  void lettingItBeHeardIncludesAbstaining() {
    Heard heard = new Heard();
    Answer answer = Samples.answering(new ScriptedChatModel("{}"), new FakeSearch(Samples.LEAD))
        .answer(Question.of("How much lead?"), List.of(), heard).answer();

    assertThat(heard.events).containsExactly("retrieved 1", "wrote");
    assertThat(heard.words).hasToString(answer.text());
  }

  @Test
  void aCancelledAnswerIsNotPutToTheModel() {
    ScriptedChatModel model = ScriptedChatModel.claiming(1, TANKS);
    FakeSearch search = new FakeSearch(Samples.PLANES);
    QuestionAnswering answering = Samples.answering(model, search);
    AnswerListener leaves = new AnswerListener() {

      @Override
      public boolean isCancelled() {
        return true;
      }
    };

    assertThatThrownBy(() -> answering.answer(
        Question.of("How many tanks did Mao Zedong want from Stalin?"), List.of(), leaves))
        .isInstanceOf(AnswerCancelledException.class);

    assertThat(model.heard).isEmpty();
  }

  @Test
  void boundsWhatItRemembersByTokens() {
    ScriptedChatModel model = new ScriptedChatModel("{}");
    QuestionAnswering answering = Samples.answering(model, new FakeSearch(Samples.PLANES));
    List<Exchange> earlier = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Question question = Question.of("How many tanks did Stalin give in 195" + i % 4 + "? ".repeat(150));
      earlier.add(new Exchange(question.text(),
          answering.answer(question, earlier, AnswerListener.NONE).answer()));
    }

    assertThat(new org.readingroom.model.TokenEstimate().estimateTokenCountInMessages(model.heard.getLast()))
        .isLessThan(Samples.SETTINGS.contextTokens() / 2);
    assertThat(model.userMessages().getLast()).contains(TANKS);
  }
}
