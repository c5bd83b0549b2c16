package org.readingroom.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.readingroom.answer.Question;
import org.readingroom.answer.QuestionAnswering;

/** Keeps the conversations and asks questions in them. */
public class Conversations {

  private final QuestionAnswering answering;
  private final Clock clock;
  private final Map<String, List<Turn>> turns = new ConcurrentHashMap<>();

  public Conversations(QuestionAnswering answering, Clock clock) {
    this.answering = answering;
    this.clock = clock;
  }

  /**
   * Asks a question and remembers the turn.
   *
   * @throws UnknownConversationException if the question continues a conversation that is not there
   * @throws org.readingroom.search.IndexNotReadyException while the index is not ready
   */
  public Turn ask(Question question) {
    String id = question.conversationId() == null ? UUID.randomUUID().toString() : question.conversationId();
    if (question.conversationId() != null && !turns.containsKey(id)) {
      throw new UnknownConversationException(id);
    }
    Instant asked = clock.instant();
    long start = System.nanoTime();
    QuestionAnswering.Reply reply = answering.answer(question, id);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    Turn turn = new Turn(UUID.randomUUID().toString(), id, question, reply.query(), reply.answer(),
        reply.model(),
        asked, elapsed);
    turns.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>()).add(turn);
    return turn;
  }

  /**
   * Returns the turns of a conversation in order.
   *
   * @throws UnknownConversationException if there is none of that id
   */
  public List<Turn> turns(String conversationId) {
    List<Turn> known = turns.get(conversationId);
    if (known == null) {
      throw new UnknownConversationException(conversationId);
    }
    return List.copyOf(known);
  }
}
