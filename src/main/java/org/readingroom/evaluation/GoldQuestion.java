package org.readingroom.evaluation;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Is one question of a set with what is known of its answer.
 *
 * @param turns the conversation, the user's turns only; the last one is judged
 * @param documents the numbers of every document that answers it
 * @param evidence spans that suffice to answer it
 * @param answer a right answer in words, for people
 * @param must what a right answer or its quotations contain
 */
public record GoldQuestion(String id, String type, List<String> turns, boolean answerable,
    Set<Integer> documents, List<GoldSpan> evidence, String answer, List<Pattern> must) {

  public GoldQuestion {
    if (turns.isEmpty()) {
      throw new IllegalArgumentException("question " + id + " has no turn");
    }
    turns = List.copyOf(turns);
    documents = Set.copyOf(documents);
    evidence = List.copyOf(evidence);
    must = List.copyOf(must);
  }

  /** Returns the turn that is judged. */
  public String lastTurn() {
    return turns.getLast();
  }
}
