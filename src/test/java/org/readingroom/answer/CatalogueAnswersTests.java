package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Answer.Answered;
import org.readingroom.answer.Answer.Told;
import org.readingroom.search.Filters;

class CatalogueAnswersTests {

  private final FakeSearch search = new FakeSearch(Samples.LEAD, Samples.PLANES);
  private final List<Object> heard = new ArrayList<>();

  private QuestionAnswering.Reply ask(Question question) {
    AnswerListener listener = new AnswerListener() {

      @Override
      public void wrote(String words) {
        heard.add(words);
      }

      @Override
      public void cited(Citation citation) {
        heard.add(citation);
      }
    };
    return Samples.answering(ScriptedChatModel.claiming(1, Samples.LEAD_WORDS), search).answer(question,
        List.of(), listener);
  }

  @Test
  void answersAGreetingWithoutASearchOrACitation() {
    QuestionAnswering.Reply reply = ask(Question.of("hello"));

    assertThat(reply.answer()).isInstanceOf(Told.class);
    assertThat(reply.answer().isAnswer()).isTrue();
    assertThat(reply.model()).isEqualTo("catalogue");
    assertThat(reply.query()).isEqualTo("hello");
    assertThat(search.queries).isEmpty();
  }

  @Test
  void citesTheDocumentsThatItLists() {
    QuestionAnswering.Reply reply = ask(Question.of("list all documents"));

    assertThat(reply.answer()).isInstanceOf(Answered.class);
    assertThat(reply.answer().citations()).extracting(citation -> citation.quote().document())
        .containsExactly(Samples.LEAD, Samples.PLANES);
    assertThat(reply.answer().citations()).allSatisfy(citation -> assertThat(citation.answerSpan()
        .of(reply.answer().text())).contains(citation.quote().text())
        .endsWith("[" + citation.marker() + "]"));
  }

  @Test
  void citesNoMoreThanIsWantedAndNamesTheRest() {
    Answer answer = ask(new Question("list all documents", null, Filters.NONE, 1)).answer();

    assertThat(answer.citations()).hasSize(1);
    assertThat(answer.text()).endsWith("The other is document 8.");
  }

  @Test
  void letsAllItsWordsBeHeard() {
    Answer answer = ask(Question.of("list all documents")).answer();

    assertThat(heard.stream().filter(String.class::isInstance).map(String.class::cast).toList())
        .satisfies(words -> assertThat(String.join("", words)).isEqualTo(answer.text()));
    assertThat(heard).filteredOn(Citation.class::isInstance).hasSize(2);
  }

  @Test
  void leavesAQuestionInTheDocumentsToTheAssistant() {
    assertThat(ask(Question.of("How much lead?")).model()).isNotEqualTo("catalogue");
    assertThat(search.queries).hasSize(1);
  }

  @Test
  void noQuestionLeansOnAGreeting() {
    QuestionAnswering answering = Samples.answering(ScriptedChatModel.claiming(1, Samples.LEAD_WORDS),
        search);
    Exchange lead = new Exchange("How much lead did Stalin want?", null);

    answering.answer(Question.of("And planes?"),
        List.of(lead, new Exchange("thanks", ask(Question.of("thanks")).answer())),
        AnswerListener.NONE);

    assertThat(search.queries).containsExactly("How much lead did Stalin want? And planes?");
  }

  @Test
  void thanksKeepTheDocumentsThatWereCitedBefore() {
    Exchange list = new Exchange("list all documents", ask(Question.of("list all documents")).answer());
    Exchange thanks = new Exchange("great", ask(Question.of("great")).answer());

    Samples.answering(ScriptedChatModel.claiming(1, Samples.LEAD_WORDS), search)
        .answer(Question.of("And what do they say?"), List.of(list, thanks), AnswerListener.NONE);

    assertThat(search.inquiries).singleElement()
        .satisfies(
            inquiry -> assertThat(inquiry.cited()).containsExactlyInAnyOrder(Samples.LEAD, Samples.PLANES));
  }

  @Test
  void aQuestionMayLeanOnOneForDocuments() {
    QuestionAnswering answering = Samples.answering(ScriptedChatModel.claiming(1, Samples.LEAD_WORDS),
        search);
    Exchange count = new Exchange("How many documents are there?",
        ask(Question.of("How many documents are there?")).answer());

    answering.answer(Question.of("And what do they say?"), List.of(count), AnswerListener.NONE);

    assertThat(search.queries).containsExactly("How many documents are there? And what do they say?");
  }
}
