package org.readingroom.evaluation;

import java.util.List;
import java.util.Map;
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
 * @param measured what the answerer itself measured, by name of figure
 */
public record Reply(@Nullable String conversationId, String query, boolean answered, String text,
    List<Quotation> quotations, String model, Map<String, Double> measured) {

  public Reply {
    quotations = List.copyOf(quotations);
    measured = Map.copyOf(measured);
  }

  /** Makes a reply of an answerer that measures nothing. */
  public Reply(@Nullable String conversationId, String query, boolean answered, String text,
      List<Quotation> quotations, String model) {
    this(conversationId, query, answered, text, quotations, model, Map.of());
  }

  /** Returns how sure the answer is: the score of its surest quotation, and 0 if it abstained. */
  double confidence() {
    return answered ? quotations.stream().mapToDouble(Quotation::score).max().orElse(0) : 0;
  }
}
