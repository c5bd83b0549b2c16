package org.readingroom.conversation;

import org.jspecify.annotations.Nullable;

/** Is thrown while the conversations that are kept cannot be used; the message says why, in one sentence. */
public final class ConversationsUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ConversationsUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
