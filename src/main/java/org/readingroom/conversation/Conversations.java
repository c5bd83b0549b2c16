package org.readingroom.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Exchange;
import org.readingroom.answer.Question;
import org.readingroom.answer.QuestionAnswering;

/**
 * Keeps the conversations and asks questions in them.
 *
 * <p>
 * Where they cannot be kept, questions are answered all the same, and conversations last as long as the program.
 */
public class Conversations implements AutoCloseable {

  static final Duration SAVE_AGAIN = Duration.ofSeconds(5);

  private final QuestionAnswering answering;
  private final TurnKeeper turns;
  private final Clock clock;

  Conversations(QuestionAnswering answering, ConversationStore store, Clock clock) {
    this(answering, new TurnKeeper(store, SAVE_AGAIN), clock);
  }

  Conversations(QuestionAnswering answering, TurnKeeper turns, Clock clock) {
    this.answering = answering;
    this.turns = turns;
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
   * Asks a question and saves the turn, which is on disk when this returns, or says why it is not. A cancelled one is
   * not saved, nor is one whose conversation is deleted meanwhile.
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
    return turns.keep(earlier, turn, id == null);
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
        asked, elapsed, reply.degraded(), null);
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
    List<Turn> known = turns.turns(id, read);
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
    return turns.list();
  }

  /**
   * Returns a conversation.
   *
   * @throws UnknownConversationException if there is none of that id
   * @throws ConversationsUnavailableException if it cannot be read
   */
  public Conversation conversation(String id) {
    return turns.find(id).orElseThrow(() -> new UnknownConversationException(id));
  }

  /**
   * Renames a conversation.
   *
   * @param title a title of 1 to {@value Conversation#MAX_TITLE} characters
   * @throws UnknownConversationException if there is none of that id
   * @throws ConversationsUnavailableException if it cannot be written
   */
  public void rename(String id, String title) {
    if (!turns.rename(id, title)) {
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
    if (!turns.delete(id)) {
      throw new UnknownConversationException(id);
    }
  }

  /** Saves what could not be saved before, if that is possible now. */
  @Override
  public void close() {
    turns.close();
  }
}
