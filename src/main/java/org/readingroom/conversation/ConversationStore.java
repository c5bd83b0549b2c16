package org.readingroom.conversation;

import java.util.List;
import java.util.Optional;

/** Keeps the turns of conversations. */
interface ConversationStore {

  /** How many turns of a conversation an answer leans on at most. */
  int REMEMBERED = 20;

  /**
   * Keeps a turn.
   *
   * @param begins whether it is the first of its conversation
   * @return whether it is kept: a conversation that was deleted meanwhile does not come back
   */
  boolean add(Turn turn, boolean begins);

  /** Returns the last {@value #REMEMBERED} turns of a conversation in order; none if there is no such conversation. */
  List<Turn> lastTurns(String conversationId);

  /** Returns the turns of a conversation in order; none if there is no such conversation. */
  List<Turn> turns(String conversationId);

  /** Returns the conversations, the last changed first. */
  List<Conversation> list();

  Optional<Conversation> find(String conversationId);

  /** Renames a conversation and tells whether there was one of that id. */
  boolean rename(String conversationId, String title);

  /** Deletes a conversation and tells whether there was one of that id. */
  boolean delete(String conversationId);
}
