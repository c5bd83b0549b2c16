package org.readingroom.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Exchange;
import org.readingroom.answer.Question;
import org.readingroom.answer.QuestionAnswering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the conversations and asks questions in them.
 *
 * <p>
 * Where they cannot be kept, questions are answered all the same, and conversations last as long as the program.
 */
public class Conversations {

  private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);
  /** How many deleted conversations are known by their ids: more than there can be answers under way. */
  private static final int DELETED = 10_000;

  private final QuestionAnswering answering;
  private final ConversationStore store;
  private final Clock clock;
  private final ConversationStore unkept = new MemoryStore();
  /** The ids of the turns in memory that the store has not. */
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  /** The ids of conversations that were deleted lately, so that a turn that was under way brings none back. */
  private final Set<String> deleted = Collections.newSetFromMap(new LinkedHashMap<>() {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > DELETED;
    }
  });
  private final AtomicReference<@Nullable String> fault = new AtomicReference<>();

  Conversations(QuestionAnswering answering, ConversationStore store, Clock clock) {
    this.answering = answering;
    this.store = store;
    this.clock = clock;
  }

  /** Makes conversations that last as long as the program. */
  public Conversations(QuestionAnswering answering, Clock clock) {
    this(answering, new MemoryStore(), clock);
  }

  /** Returns conversations with the same answers that are kept nowhere else and know none of these. */
  public Conversations apart() {
    return new Conversations(answering, clock);
  }

  /** Does {@link #ask(Question, AnswerListener)} with nobody listening. */
  public Turn ask(Question question) {
    return ask(question, AnswerListener.NONE);
  }

  /**
   * Asks a question and remembers the turn; a cancelled one is not remembered, nor is one whose conversation is
   * deleted meanwhile.
   *
   * @param listener hears the answer while it is made
   * @throws UnknownConversationException if the question continues a conversation that is not there
   * @throws ConversationsUnavailableException if the one that it continues cannot be read
   * @throws org.readingroom.search.IndexNotReadyException while the index is not ready
   * @throws org.readingroom.answer.AnswerCancelledException if the listener cancels
   */
  public Turn ask(Question question, AnswerListener listener) {
    String id = question.conversationId();
    List<Turn> earlier = id == null ? List.of() : lastTurns(id);
    Turn turn = answer(question, id == null ? UUID.randomUUID().toString() : id,
        earlier.stream().map(before -> new Exchange(before.question().text(), before.answer())).toList(),
        listener);
    keep(earlier, turn, id == null);
    return turn;
  }

  /**
   * Asks a question after others and remembers nothing.
   *
   * @param earlier the questions before it, in order
   */
  public Turn askOnce(Question question, List<String> earlier, AnswerListener listener) {
    return answer(question, UUID.randomUUID().toString(),
        earlier.stream().map(asked -> new Exchange(asked, null)).toList(), listener);
  }

  private Turn answer(Question question, String id, List<Exchange> earlier, AnswerListener listener) {
    Instant asked = clock.instant();
    long start = System.nanoTime();
    QuestionAnswering.Reply reply = answering.answer(question, earlier, listener);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    return new Turn(UUID.randomUUID().toString(), id, question, reply.query(), reply.answer(), reply.model(),
        asked, elapsed, reply.degraded());
  }

  /** Stores a turn after those before it that wait to be; where it cannot be, memory has what it leans on. */
  private void keep(List<Turn> earlier, Turn turn, boolean first) {
    String id = turn.conversationId();
    boolean begins = first || isOnlyHere(id);
    try {
      for (Turn before : unkept.turns(id)) {
        if (waiting.contains(before.id())) {
          store.add(before, begins);
          begins = false;
          waiting.remove(before.id());
        }
      }
      store.add(turn, begins);
      unkept.delete(id);
      if (isDeleted(id)) {
        store.delete(id);
      }
    } catch (ConversationsUnavailableException e) {
      LOG.warn("{} The answer is given all the same.", e.getMessage());
      fault.set(e.getMessage());
      remember(earlier, turn);
    }
  }

  private void remember(List<Turn> earlier, Turn turn) {
    synchronized (deleted) {
      String id = turn.conversationId();
      if (deleted.contains(id)) {
        return;
      }
      if (unkept.find(id).isEmpty()) {
        earlier.forEach(before -> unkept.add(before, true));
      }
      unkept.add(turn, true);
      waiting.add(turn.id());
    }
  }

  private boolean isDeleted(String id) {
    synchronized (deleted) {
      return deleted.contains(id);
    }
  }

  /** Tells whether a conversation is in memory and nothing of it in the store. */
  private boolean isOnlyHere(String id) {
    List<Turn> turns = unkept.turns(id);
    return !turns.isEmpty() && turns.stream().allMatch(turn -> waiting.contains(turn.id()));
  }

  /** Returns why the last turn could not be kept, once; nothing if it was. */
  public Optional<String> takeFault() {
    return Optional.ofNullable(fault.getAndSet(null));
  }

  /**
   * Returns the turns of a conversation in order.
   *
   * @throws UnknownConversationException if there is none of that id
   * @throws ConversationsUnavailableException if it cannot be read
   */
  public List<Turn> turns(String conversationId) {
    return turns(conversationId, ConversationStore::turns);
  }

  /** Returns the turns that the next answer leans on. */
  private List<Turn> lastTurns(String conversationId) {
    return turns(conversationId, ConversationStore::lastTurns);
  }

  private List<Turn> turns(String id, BiFunction<ConversationStore, String, List<Turn>> read) {
    List<Turn> known = read.apply(unkept, id);
    if (known.isEmpty()) {
      known = read.apply(store, id);
    }
    if (known.isEmpty()) {
      throw new UnknownConversationException(id);
    }
    return known;
  }

  /**
   * Returns the conversations that are kept, the last changed first, 1,000 at most.
   *
   * @throws ConversationsUnavailableException if they cannot be read
   */
  public List<Conversation> list() {
    return store.list();
  }

  /**
   * Returns a conversation.
   *
   * @throws UnknownConversationException if there is none of that id
   * @throws ConversationsUnavailableException if it cannot be read
   */
  public Conversation conversation(String id) {
    return unkept.find(id).or(() -> store.find(id)).orElseThrow(() -> new UnknownConversationException(id));
  }

  /**
   * Renames a conversation.
   *
   * @param title a title of 1 to {@value Conversation#MAX_TITLE} characters
   * @throws UnknownConversationException if there is none of that id
   * @throws ConversationsUnavailableException if it cannot be written
   */
  public void rename(String id, String title) {
    boolean there = !isOnlyHere(id) && store.rename(id, title);
    if (!(unkept.rename(id, title) || there)) {
      throw new UnknownConversationException(id);
    }
  }

  /**
   * Deletes a conversation with its turns.
   *
   * @throws UnknownConversationException if there is none of that id
   * @throws ConversationsUnavailableException if it cannot be written
   */
  public void delete(String id) {
    boolean there = !isOnlyHere(id) && store.delete(id);
    synchronized (deleted) {
      unkept.turns(id).forEach(turn -> waiting.remove(turn.id()));
      there |= unkept.delete(id);
      if (there) {
        deleted.add(id);
      }
    }
    if (!there) {
      throw new UnknownConversationException(id);
    }
  }
}
