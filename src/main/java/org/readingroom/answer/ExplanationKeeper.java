package org.readingroom.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.search.RetrievedPassage;

/** Keeps the explanation of an answer and lets another listener hear all the rest. */
public final class ExplanationKeeper implements AnswerListener {

  private final AnswerListener listener;
  private @Nullable Explanation explanation;

  public ExplanationKeeper(AnswerListener listener) {
    this.listener = listener;
  }

  /** Returns the explanation; null as long as the answer is not complete. */
  public @Nullable Explanation explanation() {
    return explanation;
  }

  @Override
  public void retrieved(List<RetrievedPassage> passages) {
    listener.retrieved(passages);
  }

  @Override
  public void wrote(String words) {
    listener.wrote(words);
  }

  @Override
  public void judged(ModelTrace trace) {
    listener.judged(trace);
  }

  @Override
  public void explained(Explanation explained) {
    explanation = explained;
    listener.explained(explained);
  }

  @Override
  public void cited(Citation citation) {
    listener.cited(citation);
  }

  @Override
  public boolean isCancelled() {
    return listener.isCancelled();
  }
}
