package org.readingroom.answer;

import java.util.List;
import org.readingroom.passage.Span;

/**
 * Ties a stretch of an answer to the quotation that supports it.
 *
 * @param marker the number shown as {@code [1]} in the answer, from 1
 * @param quote the quotation
 * @param answerSpan the stretch of the answer's text that it supports
 * @param emphasis the words within the quotation that answer the question, as spans of the document's text;
 *          empty where they are not known
 * @param score how sure the choice is, from 0 to 1
 */
public record Citation(int marker, Quote quote, Span answerSpan, List<Span> emphasis, double score) {

  public Citation {
    emphasis = List.copyOf(emphasis);
    if (!emphasis.stream().allMatch(quote.span()::contains)) {
      throw new IllegalArgumentException("emphasis outside " + quote);
    }
  }

  /** Returns the id that replies use, such as {@code c1}. */
  public String id() {
    return "c" + marker;
  }
}
