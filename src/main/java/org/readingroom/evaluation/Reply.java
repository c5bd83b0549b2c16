package org.readingroom.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is what came back for one turn, free of the program's own types so that any door can be measured.
 *
 * @param conversationId the conversation to go on with; null where the answerer keeps none
 * @param query the question as it was searched
 * @param answered false if it abstained
 * @param text the reply in words
 * @param quotations the quotations, the first one first; none if it abstained
 * @param model what wrote the answer
 * @param confidence how sure it was that there is an answer, whether or not it answered
 */
public record Reply(@Nullable String conversationId, String query, boolean answered, String text,
    List<Quotation> quotations, String model, double confidence) {

  public Reply {
    quotations = List.copyOf(quotations);
  }

  /** Is a reply of which only the scores are known: that of its surest quotation says how sure it was. */
  public Reply(@Nullable String conversationId, String query, boolean answered, String text,
      List<Quotation> quotations, String model) {
    this(conversationId, query, answered, text, quotations, model,
        answered ? quotations.stream().mapToDouble(Quotation::score).max().orElse(0) : 0);
  }
}
