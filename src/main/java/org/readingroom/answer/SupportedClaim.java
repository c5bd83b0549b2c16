package org.readingroom.answer;

import java.util.List;
import org.readingroom.passage.Span;

/**
 * Is a sentence of a language model in an answer, with what supports it.
 *
 * @param text the sentence, without its markers
 * @param span where it stands in the answer's text
 * @param markers the markers of the citations that support it, at least one
 * @param support how sure the check is that they do, from 0 to 1; 1 where it was compared with theirs word for word
 */
public record SupportedClaim(String text, Span span, List<Integer> markers, double support) {

  public SupportedClaim {
    markers = List.copyOf(markers);
    if (markers.isEmpty()) {
      throw new IllegalArgumentException("nothing supports “" + text + "”");
    }
  }

  /** Tells whether it was compared word for word with what supports it, so that nothing was left to estimate. */
  public boolean isCompared() {
    return support == 1;
  }
}
