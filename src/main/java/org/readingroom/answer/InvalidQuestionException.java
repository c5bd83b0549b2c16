package org.readingroom.answer;

/** Says in one plain sentence why a question cannot be asked. */
public final class InvalidQuestionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public InvalidQuestionException(String message) {
    super(message);
  }
}
