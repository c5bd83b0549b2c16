package org.readingroom.shell;

import org.jspecify.annotations.Nullable;

/** Remembers which conversation the questions at this terminal continue. */
final class Dialogue {

  private @Nullable String id;
  private boolean lasting;

  /** Lets what is asked from now on be kept: somebody is talking. */
  void begin() {
    lasting = true;
  }

  /** Tells whether what is asked is kept; a single question is not. */
  boolean isLasting() {
    return lasting;
  }

  /** Returns the conversation's id; null before the first question. */
  @Nullable
  String id() {
    return id;
  }

  void continues(String conversationId) {
    id = conversationId;
  }

  /** Lets the next question start a conversation. */
  void startAnew() {
    id = null;
  }
}
