package org.readingroom.answer;

import org.jspecify.annotations.Nullable;

/** Says in one plain sentence what is wrong with a prompt. */
public final class PromptException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PromptException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
