package org.readingroom.conversation;

/** Is thrown for a conversation id that names none. */
public final class UnknownConversationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownConversationException(String id) {
    super("There is no conversation " + id + ".");
  }
}
