package org.readingroom.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Answer.Abstained;
import org.readingroom.answer.Answer.Answered;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.FakeSearch;
import org.readingroom.answer.Question;
import org.readingroom.answer.Samples;
import org.readingroom.answer.ScriptedChatModel;
import org.readingroom.search.Filters;
import org.readingroom.search.Inquiry;
import org.readingroom.search.RetrievedPassage;

class ConversationsTests {

  private static final String FIRST = "How many tanks did Mao Zedong want from Stalin?";
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final String CLAIM = "{\"claims\":[{\"evidence\":1,\"quote\":\"We ask for nine regiments of tanks.\"}]}";

  private static final String UNSAVED = "This answer could not be saved: the disk is full. "
      + "That is tried again while the program runs.";

  private final FakeSearch search = new FakeSearch(Samples.PLANES);
  private final Conversations conversations = conversations(CLAIM);

  private Conversations conversations(String output) {
    return new Conversations(Samples.answering(new ScriptedChatModel(output), search),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Question in(String conversation, String text) {
    return new Question(text, conversation, Filters.NONE, 5);
  }

  @Test
  void aQuestionStartsAConversation() {
    Turn turn = conversations.ask(Question.of(FIRST));

    assertThat(turn.id()).isNotBlank().isNotEqualTo(turn.conversationId());
    assertThat(turn.question().text()).isEqualTo(FIRST);
    assertThat(turn.query()).isEqualTo(FIRST);
    assertThat(turn.answer()).isInstanceOf(Answered.class);
    assertThat(turn.model()).isEqualTo("extractive");
    assertThat(turn.asked()).isEqualTo(NOW);
    assertThat(turn.elapsed()).isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(conversations.turns(turn.conversationId())).containsExactly(turn);
  }

  @Test
  void aSecondQuestionSeesTheFirst() {
    Turn first = conversations.ask(Question.of(FIRST));
    Turn second = conversations.ask(in(first.conversationId(), "And planes?"));

    assertThat(second.conversationId()).isEqualTo(first.conversationId());
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.question().text()).isEqualTo("And planes?");
    assertThat(second.query()).isEqualTo(FIRST + " And planes?");
    assertThat(conversations.turns(first.conversationId())).containsExactly(first, second);
  }

  @Test
  void aSecondQuestionKnowsWhatTheFirstAnswerCited() {
    Turn first = conversations.ask(Question.of(FIRST));
    conversations.ask(in(first.conversationId(), "And planes?"));

    assertThat(search.inquiries).containsExactly(Inquiry.of(FIRST, Filters.NONE),
        new Inquiry(FIRST + " And planes?", "And planes?", Filters.NONE, Set.of(Samples.PLANES)));
  }

  @Test
  void everyConversationHasItsOwnMemory() {
    Turn first = conversations.ask(Question.of(FIRST));
    Turn other = conversations.ask(Question.of("And planes?"));

    assertThat(other.conversationId()).isNotEqualTo(first.conversationId());
    assertThat(other.query()).isEqualTo("And planes?");
    assertThat(conversations.turns(first.conversationId())).hasSize(1);
  }

  @Test
  void anAbstentionIsATurnToo() {
    Conversations silent = conversations("{}");
    Turn turn = silent.ask(Question.of(FIRST));

    assertThat(turn.answer()).isInstanceOf(Abstained.class);
    assertThat(silent.turns(turn.conversationId())).containsExactly(turn);
  }

  @Test
  void anUnknownConversationCannotBeContinuedOrRead() {
    assertThatThrownBy(() -> conversations.ask(in("nobody's", "And planes?")))
        .isInstanceOf(UnknownConversationException.class).hasMessage("There is no conversation nobody's.");
    assertThatThrownBy(() -> conversations.turns("nobody's"))
        .isInstanceOf(UnknownConversationException.class);
    assertThat(search.queries).isEmpty();
  }

  @Test
  void theTurnsCannotBeChangedFromOutside() {
    Turn turn = conversations.ask(Question.of(FIRST));
    List<Turn> turns = conversations.turns(turn.conversationId());

    assertThatThrownBy(() -> turns.add(turn)).isInstanceOf(UnsupportedOperationException.class);
  }

  /** Is a store that can be read but, while it is full, not written. */
  private static final class FullStore implements ConversationStore {

    private final MemoryStore turns = new MemoryStore();
    private volatile boolean full;

    @Override
    public boolean add(Turn turn, boolean begins) {
      if (full) {
        throw new ConversationsUnavailableException("a test", "the disk is full", null);
      }
      return turns.add(turn, begins);
    }

    @Override
    public List<Turn> lastTurns(String conversationId) {
      return turns.lastTurns(conversationId);
    }

    @Override
    public List<Turn> turns(String conversationId) {
      return turns.turns(conversationId);
    }

    @Override
    public List<Conversation> list() {
      return turns.list();
    }

    @Override
    public Optional<Conversation> find(String conversationId) {
      return turns.find(conversationId);
    }

    @Override
    public boolean rename(String conversationId, String title) {
      return turns.rename(conversationId, title);
    }

    @Override
    public boolean delete(String conversationId) {
      return turns.delete(conversationId);
    }
  }

  /** Returns conversations whose failed saves are not tried again by themselves while the test runs. */
  private Conversations kept(ConversationStore store) {
    return kept(store, Duration.ofHours(1));
  }

  private Conversations kept(ConversationStore store, Duration again) {
    return new Conversations(Samples.answering(new ScriptedChatModel(CLAIM), search),
        new TurnKeeper(store, again), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static List<String> asked(List<Turn> turns) {
    return turns.stream().map(turn -> turn.question().text()).toList();
  }

  @Test
  void whatCouldNotBeStoredIsStoredWithTheNextTurn() {
    FullStore store = new FullStore();
    Conversations conversations = kept(store);
    String id = conversations.ask(Question.of(FIRST)).conversationId();
    store.full = true;
    Turn unsaved = conversations.ask(in(id, "And planes?"));

    assertThat(unsaved.unsaved()).isEqualTo(UNSAVED);
    assertThat(asked(conversations.turns(id))).containsExactly(FIRST, "And planes?");
    assertThat(asked(store.turns(id))).containsExactly(FIRST);
    assertThat(search.queries).last().isEqualTo(FIRST + " And planes?");

    store.full = false;
    Turn saved = conversations.ask(in(id, "And ships?"));

    assertThat(saved.unsaved()).isNull();
    assertThat(asked(store.turns(id))).containsExactly(FIRST, "And planes?", "And ships?");
    assertThat(asked(conversations.turns(id))).containsExactly(FIRST, "And planes?", "And ships?");
  }

  @Test
  void everyTurnThatCouldNotBeStoredSaysSoItself() {
    FullStore store = new FullStore();
    Conversations conversations = kept(store);
    store.full = true;
    String one = conversations.ask(Question.of(FIRST)).conversationId();
    String other = conversations.ask(Question.of(FIRST)).conversationId();
    store.full = false;
    Turn third = conversations.ask(Question.of(FIRST));

    assertThat(third.unsaved()).isNull();
    assertThat(conversations.turns(one)).extracting(Turn::unsaved).containsExactly(UNSAVED);
    assertThat(conversations.turns(other)).extracting(Turn::unsaved).containsExactly(UNSAVED);
  }

  @Test
  void whatCouldNotBeStoredIsStoredLaterThoughNobodyAsks() {
    FullStore store = new FullStore();
    Conversations conversations = kept(store, Duration.ofMillis(1));
    store.full = true;
    String id = conversations.ask(Question.of(FIRST)).conversationId();
    conversations.rename(id, "Tanks");
    store.full = false;

    await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
      assertThat(asked(store.turns(id))).containsExactly(FIRST);
      assertThat(store.find(id)).map(Conversation::title).hasValue("Tanks");
    });
  }

  @Test
  void whatCouldNotBeStoredIsStoredAtTheEnd() {
    FullStore store = new FullStore();
    Conversations conversations = kept(store);
    store.full = true;
    String one = conversations.ask(Question.of(FIRST)).conversationId();
    String other = conversations.ask(Question.of(FIRST)).conversationId();
    store.full = false;
    conversations.close();

    assertThat(asked(store.turns(one))).containsExactly(FIRST);
    assertThat(asked(store.turns(other))).containsExactly(FIRST);
  }

  @Test
  void aConversationOfWhichOnlyAPartIsStoredIsRenamedAndDeletedWhole() {
    FullStore store = new FullStore();
    Conversations conversations = kept(store);
    String id = conversations.ask(Question.of(FIRST)).conversationId();
    store.full = true;
    conversations.ask(in(id, "And planes?"));

    conversations.rename(id, "Planes");
    assertThat(store.find(id).orElseThrow().title()).isEqualTo("Planes");
    assertThat(conversations.conversation(id).title()).isEqualTo("Planes");

    conversations.delete(id);
    assertThat(store.find(id)).isEmpty();
    assertThatThrownBy(() -> conversations.turns(id)).isInstanceOf(UnknownConversationException.class);
  }

  @Test
  void whatIsDeletedWhileAnAnswerIsMadeDoesNotComeBack() {
    for (boolean full : List.of(false, true)) {
      FullStore store = new FullStore();
      Conversations conversations = kept(store);
      String id = conversations.ask(Question.of(FIRST)).conversationId();
      Turn turn = conversations.ask(in(id, "And planes?"), new AnswerListener() {

        @Override
        public void retrieved(List<RetrievedPassage> passages) {
          conversations.delete(id);
          store.full = full;
        }
      });

      assertThat(turn.answer()).isInstanceOf(Answered.class);
      assertThat(conversations.list()).isEmpty();
      assertThatThrownBy(() -> conversations.turns(id)).isInstanceOf(UnknownConversationException.class);
      assertThatThrownBy(() -> conversations.conversation(id))
          .isInstanceOf(UnknownConversationException.class);
    }
  }

  @Test
  void aTitleIsOneLineOfWhatCanBeSeen() {
    assertThat(Conversation.titleOf(" How\u0000 much\u001b[31m\nlead? ")).isEqualTo("How much [31m lead?");
  }

  @Test
  void manyMayAskAtOnce() {
    Set<String> ids = ConcurrentHashMap.newKeySet();
    Conversations shared = new Conversations(
        Samples.answering(new ScriptedChatModel(CLAIM), new FakeSearch(Samples.PLANES)), Clock.systemUTC());
    IntStream.range(0, 40).parallel().forEach(i -> {
      Turn turn = shared.ask(Question.of("Question " + i));
      ids.add(turn.conversationId());
      assertThat(shared.turns(turn.conversationId())).extracting(t -> t.question().text())
          .containsExactly("Question " + i);
    });

    assertThat(ids).hasSize(40);
  }
}
