package org.readingroom.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.readingroom.answer.Answer;
import org.readingroom.answer.AnswerListener;
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

  /** Does {@link #ask(Question, AnswerListener)} with nobody listening. */
  public Turn ask(Question question) {
    return ask(question, AnswerListener.NONE);
  }

  /**
   * Asks a question and remembers the turn; a cancelled one is not remembered.
   *
   * @param listener hears the answer while it is made
   * @throws UnknownConversationException if the question continues a conversation that is not there
   * @throws org.readingroom.search.IndexNotReadyException while the index is not ready
   * @throws org.readingroom.answer.AnswerCancelledException if the listener cancels
   */
  public Turn ask(Question question, AnswerListener listener) {
    String id = question.conversationId() == null ? UUID.randomUUID().toString() : question.conversationId();
    if (question.conversationId() != null && !turns.containsKey(id)) {
      throw new UnknownConversationException(id);
    }
    Instant asked = clock.instant();
    long start = System.nanoTime();
    QuestionAnswering.Reply reply = answering.answer(question, id, cited(id), listener);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    Turn turn = new Turn(UUID.randomUUID().toString(), id, question, reply.query(), reply.answer(),
        reply.model(),
        asked, elapsed, reply.degraded());
    turns.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>()).add(turn);
    return turn;
  }

  private Set<Integer> cited(String id) {
    List<Turn> earlier = turns.getOrDefault(id, List.of());
    return !earlier.isEmpty() && earlier.getLast().answer() instanceof Answer.Answered answered
        ? answered.citations().stream().map(citation -> citation.quote().document().number())
            .collect(Collectors.toSet())
        : Set.of();
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
