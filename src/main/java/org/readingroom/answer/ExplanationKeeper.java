package org.readingroom.answer;

import org.jspecify.annotations.Nullable;

/** Keeps the explanation of an answer and lets another listener hear all the rest. */
public final class ExplanationKeeper implements ForwardingListener {

  private final AnswerListener listener;
  private @Nullable Explanation explanation;

  public ExplanationKeeper(AnswerListener listener) {
    this.listener = listener;
  }

  @Override
  public AnswerListener listener() {
    return listener;
  }

  /** Returns the explanation; null as long as the answer is not complete. */
  public @Nullable Explanation explanation() {
    return explanation;
  }

  @Override
  public void explained(Explanation explained) {
    explanation = explained;
    listener.explained(explained);
  }
}
