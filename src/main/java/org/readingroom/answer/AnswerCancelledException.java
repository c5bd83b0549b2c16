package org.readingroom.answer;

/** Is thrown to the asker when an answer is given up because its {@link AnswerListener} cancelled it. */
public final class AnswerCancelledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AnswerCancelledException() {
    super("The answer was cancelled.");
  }
}
