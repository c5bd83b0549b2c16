package org.readingroom.conversation;

import java.util.List;
import org.readingroom.answer.Question;

/** Keeps the conversations and asks questions in them. */
public class Conversations {

  /**
   * Asks a question and remembers the turn.
   *
   * @throws UnknownConversationException if the question continues a conversation that is not there
   * @throws org.readingroom.search.IndexNotReadyException while the index is not ready
   */
  public Turn ask(Question question) {
    throw new UnsupportedOperationException("not yet: " + question);
  }

  /**
   * Returns the turns of a conversation in order.
   *
   * @throws UnknownConversationException if there is none of that id
   */
  public List<Turn> turns(String conversationId) {
    throw new UnknownConversationException(conversationId);
  }
}
