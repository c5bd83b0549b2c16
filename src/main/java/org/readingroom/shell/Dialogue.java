package org.readingroom.shell;

import org.jspecify.annotations.Nullable;

/** Remembers which conversation the questions at this terminal continue. */
final class Dialogue {

  private @Nullable String id;

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
