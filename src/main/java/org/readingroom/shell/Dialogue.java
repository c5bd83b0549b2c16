package org.readingroom.shell;

import org.jspecify.annotations.Nullable;
import org.readingroom.answer.AnswerListener;

/** Remembers which conversation the questions at this terminal continue. */
final class Dialogue {

  private @Nullable String id;
  private boolean lasting;
  private volatile boolean stopped;

  /** Lets what is asked from now on be kept: somebody is talking. */
  void begin() {
    lasting = true;
  }

  /** Tells whether what is asked is kept; a single question is not. */
  boolean isLasting() {
    return lasting;
  }

  /**
   * Refuses a command that means something only in the chat.
   *
   * @throws UsageException outside it
   */
  void requireChat(String command) {
    if (!lasting) {
      throw new UsageException("“" + command + "” is for the chat: start reading-room, then type it there.");
    }
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

  /**
   * Has the answer that is being made given up.
   *
   * @return false if that was wanted before and it still goes on
   */
  boolean stop() {
    boolean first = !stopped;
    stopped = true;
    return first;
  }

  /** Tells whether what is being made is to be given up. */
  boolean isStopped() {
    return stopped;
  }

  /** Lets the next answer be made. */
  void goOn() {
    stopped = false;
  }

  /** Returns a listener by which an answer is given up when it is to stop. */
  AnswerListener stoppable(AnswerListener listener) {
    return new Stoppable(listener, () -> stopped);
  }
}
