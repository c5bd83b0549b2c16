package org.readingroom.conversation;

import org.jspecify.annotations.Nullable;

/** Is thrown while the conversations that are kept cannot be used; the message says why, in one sentence. */
public final class ConversationsUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * Makes an exception.
   *
   * @param place where the conversations are kept
   * @param reason why they cannot be used, without the place and without a full stop
   */
  ConversationsUnavailableException(String place, String reason, @Nullable Throwable cause) {
    super("The conversations in " + place + " cannot be used: " + reason + ".", cause);
    this.reason = reason;
  }

  /** Returns why, without telling where. */
  String reason() {
    return reason;
  }
}
