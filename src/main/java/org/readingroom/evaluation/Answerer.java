package org.readingroom.evaluation;

import org.jspecify.annotations.Nullable;

/** Answers questions in conversations: the program itself, or another one that is compared with it. */
@FunctionalInterface
public interface Answerer {

  /**
   * Asks a question.
   *
   * @param conversationId the conversation it continues; null starts one
   */
  Reply ask(String question, @Nullable String conversationId);
}
