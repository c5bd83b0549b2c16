package org.readingroom.conversation;

import java.util.List;
import java.util.Optional;

/** Keeps the turns of conversations. */
interface ConversationStore {

  /** Keeps a turn, and starts its conversation where it is the first. */
  void add(Turn turn);

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
