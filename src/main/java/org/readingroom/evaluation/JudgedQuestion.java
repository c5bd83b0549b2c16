package org.readingroom.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Is one question of a report with everything that came back for it.
 *
 * @param turns the conversation, the user's turns only
 * @param documents the numbers of the gold documents, in order
 * @param expected a right answer in words
 * @param query the question as it was searched
 * @param answered false if the program abstained
 * @param answer the reply in words
 * @param confidence how sure the program was that there is an answer
 * @param figures the judgments that the question counts for, each from 0 to 1, except for {@code first_words} in seconds
 * @param elapsedMs how long the judged turn took, in milliseconds
 */
public record JudgedQuestion(String id, String type, List<String> turns, boolean answerable,
    List<Integer> documents, String expected, String query, boolean answered, String answer,
    List<Quotation> quotations, double confidence, Map<String, Double> figures, double elapsedMs) {

  public JudgedQuestion {
    turns = List.copyOf(turns);
    documents = documents.stream().sorted().toList();
    quotations = List.copyOf(quotations);
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /** Returns how much the question counts for a figure: once, but a quotation each for verbatim. */
  double weight(String figure) {
    return figure.equals(Figures.VERBATIM) ? quotations.size() : 1;
  }

  Confidence asConfidence() {
    boolean correct = answerable && answered && figures.getOrDefault(Figures.RIGHT, 0.0) == 1;
    return new Confidence(confidence, answerable, correct);
  }
}
