package org.readingroom.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Answer;
import org.readingroom.answer.Answer.Abstained;
import org.readingroom.answer.Answer.Answered;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.FakeSearch;
import org.readingroom.answer.Question;
import org.readingroom.answer.Samples;
import org.readingroom.answer.ScriptedChatModel;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;
import org.readingroom.search.Filters;
import org.readingroom.search.RetrievedPassage;

/** Holds every database to the same: what is kept comes back as it was, and what is deleted does not. */
abstract class KeptConversations {

  static final String FIRST = "How many tanks did Mao Zedong want from Stalin?";
  static final String CLAIM = "{\"claims\":[{\"evidence\":1,\"quote\":\"We ask for nine regiments of tanks.\"}]}";

  /** Opens the test's own database, which is empty at first. */
  abstract ConversationDatabase database();

  static Collection collection(Document... documents) {
    return new Collection("test", "T", "P", "in T", "00", List.of(documents), new Authority(List.of()),
        List.of());
  }

  static Conversations conversations(ConversationDatabase database, String output, Document... documents) {
    return new Conversations(Samples.answering(new ScriptedChatModel(output), new FakeSearch(Samples.PLANES)),
        new DatabaseStore(database, collection(documents)),
        Clock.fixed(Instant.parse("2026-11-01T00:00:00.123Z"), ZoneOffset.UTC));
  }

  @Test
  void keepsWhyAnAnswerWasNotWhatWasToBeExpected() {
    Question question = Question.of(FIRST);
    Turn turn = new Turn("t", "c", question, FIRST, new Abstained("No.", List.of()), "extractive",
        Instant.EPOCH,
        Duration.ZERO, "The model did not answer.", null);
    try (ConversationDatabase database = database()) {
      DatabaseStore store = new DatabaseStore(database, collection(Samples.PLANES));
      store.add(turn, true);

      assertThat(store.turns("c")).extracting(Turn::degraded).containsExactly("The model did not answer.");
    }
  }

  @Test
  void keepsAnAnswerAboutTheCollectionAsOne() {
    Answer told = new Answer.Told("There is 1 letter.", List.of(Samples.PLANES));
    try (ConversationDatabase database = database()) {
      DatabaseStore store = new DatabaseStore(database, collection(Samples.PLANES));
      store.add(
          new Turn("t", "c", Question.of("How many letters are there?"), "How many letters are there?", told,
              "catalogue", Instant.EPOCH, Duration.ZERO),
          true);

      assertThat(store.turns("c")).extracting(Turn::answer).containsExactly(told);
    }
  }

  @Test
  void aConversationIsTheSameAfterARestart() {
    Question question = new Question(FIRST, null, new Filters(Set.of(8), LocalDate.of(1950, 1, 1), null,
        Set.of("Mao"), Kind.TELEGRAM, Set.of("Mao"), "en"), 2);
    Turn turn;
    try (ConversationDatabase database = database()) {
      turn = conversations(database, CLAIM, Samples.PLANES).ask(question);
    }
    try (ConversationDatabase database = database()) {
      Conversations later = conversations(database, CLAIM, Samples.PLANES);
      Turn kept = later.turns(turn.conversationId()).getFirst();

      assertThat(kept.id()).isEqualTo(turn.id());
      assertThat(kept.answer()).isInstanceOf(Answered.class).isEqualTo(turn.answer());
      assertThat(kept.query()).isEqualTo(turn.query());
      assertThat(kept.model()).isEqualTo(turn.model());
      assertThat(kept.asked()).isEqualTo(turn.asked());
      assertThat(kept.elapsed().toMillis()).isEqualTo(turn.elapsed().toMillis());
      assertThat(kept.question().filters()).isEqualTo(question.filters());
      assertThat(kept.question().maxCitations()).isEqualTo(2);
      assertThat(later.conversation(turn.conversationId())).isEqualTo(
          new Conversation(turn.conversationId(), FIRST, turn.asked(), turn.asked()));
    }
  }

  @Test
  void theClaimsOfALanguageModelAreTheSameAfterARestartAndAreGoneOnFrom() {
    String output = "{\"claims\":[{\"text\":\"Mao asked for nine regiments of tanks.\",\"evidence\":[1]},"
        + "{\"text\":\"We will pay for all of it.\",\"evidence\":[1]}]}";
    Turn turn;
    try (ConversationDatabase database = database()) {
      turn = conversations(database, output, Samples.PLANES).ask(Question.of(FIRST));
    }
    try (ConversationDatabase database = database()) {
      Conversations later = conversations(database, output, Samples.PLANES);
      String id = turn.conversationId();

      assertThat(turn.answer().claims()).hasSize(2);
      assertThat(later.turns(id).getFirst().answer()).isEqualTo(turn.answer());
      Turn second = later.ask(new Question("And planes?", id, Filters.NONE, 5));
      assertThat(second.query()).isEqualTo(FIRST + " And planes?");
      assertThat(later.turns(id)).extracting(Turn::answer).containsExactly(turn.answer(), second.answer());
    }
  }

  @Test
  void aFollowUpWorksAfterARestart() {
    String id;
    try (ConversationDatabase database = database()) {
      id = conversations(database, CLAIM, Samples.PLANES).ask(Question.of(FIRST)).conversationId();
    }
    try (ConversationDatabase database = database()) {
      Conversations later = conversations(database, CLAIM, Samples.PLANES);
      Turn second = later.ask(new Question("And planes?", id, Filters.NONE, 5));

      assertThat(second.query()).isEqualTo(FIRST + " And planes?");
      assertThat(later.turns(id)).hasSize(2);
    }
  }

  @Test
  void conversationsAreListedRenamedAndDeleted() {
    try (ConversationDatabase database = database()) {
      Conversations kept = conversations(database, "{}", Samples.PLANES);
      String one = kept.ask(Question.of("One?")).conversationId();
      String other = kept.ask(Question.of("x".repeat(2000))).conversationId();

      kept.rename(one, "Ein Titel – 제목");
      assertThat(kept.list()).extracting(Conversation::title)
          .containsExactlyInAnyOrder("Ein Titel – 제목", "x".repeat(199) + "…");
      kept.delete(other);
      assertThat(kept.list()).extracting(Conversation::id).containsExactly(one);
      assertThatThrownBy(() -> kept.delete(other)).isInstanceOf(UnknownConversationException.class);
      assertThatThrownBy(() -> kept.rename(other, "x")).isInstanceOf(UnknownConversationException.class);
      assertThatThrownBy(() -> kept.turns(other)).isInstanceOf(UnknownConversationException.class);
      assertThatThrownBy(() -> kept.ask(new Question("And?", "' OR 1=1 --", Filters.NONE, 5)))
          .isInstanceOf(UnknownConversationException.class);
    }
  }

  private static Answer answerAfter(ConversationDatabase before, ConversationDatabase after,
      Document... now) {
    String id = conversations(before, CLAIM, Samples.PLANES).ask(Question.of(FIRST)).conversationId();
    return conversations(after, CLAIM, now).turns(id).getFirst().answer();
  }

  @Test
  void ofAQuotationThatNoLongerStandsTheWordsAreKept() {
    Document changed = Samples.document(8, Samples.PLANES.text().replace("nine", "ten!"));
    try (ConversationDatabase before = database(); ConversationDatabase after = database()) {
      Answer answer = answerAfter(before, after, changed);

      assertThat(answer).isInstanceOf(Abstained.class);
      assertThat(answer.text()).startsWith("The documents have changed since, and not all that was quoted")
          .contains("“We ask for nine regiments of tanks.”").endsWith("” – " + Samples.PLANES.title());
      assertThat(answer.related()).containsExactly(changed);
    }
  }

  @Test
  void aQuotationIsFoundAgainWhereItsDocumentHasGrown() {
    Document grown = Samples.document(8, "Secret. " + Samples.PLANES.text());
    try (ConversationDatabase before = database(); ConversationDatabase after = database()) {
      Answer answer = answerAfter(before, after, grown);

      assertThat(answer.citations()).singleElement().satisfies(citation -> {
        assertThat(citation.quote().document()).isEqualTo(grown);
        assertThat(citation.quote().span().start()).isEqualTo(grown.text().indexOf("We ask for nine"));
        assertThat(citation.quote().text()).isEqualTo("We ask for nine regiments of tanks.");
      });
    }
  }

  @Test
  void aQuotationThatNowStandsTwiceIsNotTakenForEither() {
    Document doubled = Samples.document(8, "Secret. " + Samples.PLANES.text() + " " + Samples.PLANES.text());
    try (ConversationDatabase before = database(); ConversationDatabase after = database()) {
      assertThat(answerAfter(before, after, doubled)).isInstanceOf(Abstained.class);
    }
  }

  @Test
  void anotherProcessMayDeleteWhatIsBeingAnswered() {
    try (ConversationDatabase database = database()) {
      Conversations here = conversations(database, CLAIM, Samples.PLANES);
      Conversations there = conversations(database, CLAIM, Samples.PLANES);
      String id = here.ask(Question.of(FIRST)).conversationId();
      here.ask(new Question("And planes?", id, Filters.NONE, 5), new AnswerListener() {

        @Override
        public void retrieved(List<RetrievedPassage> passages) {
          there.delete(id);
        }
      });

      assertThat(here.list()).isEmpty();
      assertThatThrownBy(() -> here.turns(id)).isInstanceOf(UnknownConversationException.class);
    }
  }

  @Test
  void aLongConversationIsReadOnlyAsFarAsItIsRemembered() {
    try (ConversationDatabase database = database()) {
      DatabaseStore store = new DatabaseStore(database, collection(Samples.PLANES));
      for (int at = 0; at < 50; at++) {
        Turn turn = new Turn("t" + at, "c", Question.of("Question " + at), "q",
            new Abstained("No.", List.of()), "extractive", Instant.EPOCH, Duration.ZERO);
        assertThat(store.add(turn, at == 0)).isTrue();
      }
      assertThat(store.turns("c")).hasSize(50);
      assertThat(store.lastTurns("c")).extracting(turn -> turn.question().text())
          .hasSize(ConversationStore.REMEMBERED).startsWith("Question 30").endsWith("Question 49");
      assertThat(store.lastTurns("none")).isEmpty();
    }
  }

  @Test
  void whatIsSavedAlreadyIsNotSavedTwice() {
    Turn turn = new Turn("t", "c", Question.of(FIRST), FIRST, new Abstained("No.", List.of()), "extractive",
        Instant.EPOCH, Duration.ZERO);
    try (ConversationDatabase database = database()) {
      DatabaseStore store = new DatabaseStore(database, collection(Samples.PLANES));
      store.add(turn, true);
      store.add(turn, true);
      store.add(turn, false);

      assertThat(store.turns("c")).extracting(Turn::id).containsExactly("t");
      assertThat(store.list()).hasSize(1);
    }
  }

  @Test
  void anyCharacterCanBeKept() {
    try (ConversationDatabase database = database()) {
      Conversations kept = conversations(database, CLAIM, Samples.PLANES);
      String question = "조선 “lead” 🪖 \u0000 ' OR 1=1; -- %s {}";
      String id = kept.ask(Question.of(question)).conversationId();

      assertThat(kept.turns(id).getFirst().question().text()).isEqualTo(question.replace('\u0000', ' '));
    }
  }
}
