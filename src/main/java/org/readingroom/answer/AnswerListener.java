package org.readingroom.answer;

import java.util.List;
import org.readingroom.search.RetrievedPassage;

/**
 * Hears an answer while it is made: what was found, the words as they are written, and each citation as soon
 * as the words that it supports are out.
 *
 * <p>
 * The words put together are the answer's text. All calls come from the thread that asked, in order.
 */
public interface AnswerListener {

  /** Hears nothing. */
  AnswerListener NONE = new AnswerListener() {
  };

  /** Hears which passages the answer is made from, the best first. */
  default void retrieved(List<RetrievedPassage> passages) {}

  /** Hears the next words of the answer's text. */
  default void wrote(String words) {}

  /** Hears what became of a language model's claims, once the answer is complete. */
  default void judged(ModelTrace trace) {}

  /** Hears what the answer was chosen from, and why it is what it is, once it is complete. */
  default void explained(Explanation explanation) {}

  /** Hears a citation whose words are all out. */
  default void cited(Citation citation) {}

  /** Hears a claim of a language model that the documents support, when its words and citations are out. */
  default void claimed(SupportedClaim claim) {}

  /** Tells whether nobody wants the answer any more; it is then given up at the next step. */
  default boolean isCancelled() {
    return false;
  }
}
