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
 * @param confidence how sure it was that there is an answer, whether or not it answered
 * @param measured what the answerer itself measured, by name of figure
 */
public record Reply(@Nullable String conversationId, String query, boolean answered, String text,
    List<Quotation> quotations, String model, double confidence, Map<String, Double> measured) {

  public Reply {
    quotations = List.copyOf(quotations);
    measured = Map.copyOf(measured);
  }

  /** Is a reply of an answerer that measures nothing. */
  public Reply(@Nullable String conversationId, String query, boolean answered, String text,
      List<Quotation> quotations, String model, double confidence) {
    this(conversationId, query, answered, text, quotations, model, confidence, Map.of());
  }

  /** Is a reply of which only the scores are known: that of its surest quotation says how sure it was. */
  public Reply(@Nullable String conversationId, String query, boolean answered, String text,
      List<Quotation> quotations, String model) {
    this(conversationId, query, answered, text, quotations, model,
        answered ? quotations.stream().mapToDouble(Quotation::score).max().orElse(0) : 0);
  }

  /** Returns the same with what was measured. */
  Reply with(Map<String, Double> figures) {
    return new Reply(conversationId, query, answered, text, quotations, model, confidence, figures);
  }
}
