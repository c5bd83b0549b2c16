package org.readingroom.answer;

import java.util.List;
import org.readingroom.search.RetrievedPassage;

/** Lets another listener hear all that it hears, unless it does otherwise. */
public interface ForwardingListener extends AnswerListener {

  /** Returns the other listener. */
  AnswerListener listener();

  @Override
  default void retrieved(List<RetrievedPassage> passages) {
    listener().retrieved(passages);
  }

  @Override
  default void wrote(String words) {
    listener().wrote(words);
  }

  @Override
  default void cited(Citation citation) {
    listener().cited(citation);
  }

  @Override
  default void claimed(SupportedClaim claim) {
    listener().claimed(claim);
  }

  @Override
  default void judged(ModelTrace trace) {
    listener().judged(trace);
  }

  @Override
  default void explained(Explanation explanation) {
    listener().explained(explanation);
  }

  @Override
  default boolean isCancelled() {
    return listener().isCancelled();
  }
}
