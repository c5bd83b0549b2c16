package org.readingroom.evaluation;

import java.util.List;
import org.readingroom.passage.Span;

/** Quotes from the text of a row what answers its query. */
@FunctionalInterface
interface SpanReader {

  /**
   * What a reader quotes.
   *
   * @param spans what it quotes of the text; empty where it abstains
   * @param confidence how sure it is that the text answers, from 0 to 1
   */
  record Quoted(List<Span> spans, double confidence) {

    public Quoted {
      spans = List.copyOf(spans);
    }
  }

  Quoted read(SpanRow row);
}
