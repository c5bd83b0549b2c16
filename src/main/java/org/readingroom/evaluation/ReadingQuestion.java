package org.readingroom.evaluation;

import java.util.List;
import java.util.Set;

/**
 * Is one question about given contexts.
 *
 * @param history the user's earlier questions in the conversation
 * @param contexts the ids of the contexts to read
 * @param relevant the ids of those that answer it; empty where that is not known
 * @param answers spans that answer it; empty where there is none, or where the answers known are not spans
 * @param kind why it can or cannot be answered, in one word such as {@code partial} or {@code underspecified}
 */
public record ReadingQuestion(String id, List<String> history, String question, List<String> contexts,
    Set<String> relevant, List<String> answers, boolean answerable, String kind) {

  public ReadingQuestion {
    history = List.copyOf(history);
    contexts = List.copyOf(contexts);
    relevant = Set.copyOf(relevant);
    answers = List.copyOf(answers);
  }

  /** Tells whether a reading is right: it holds an answer, or, where none is given as a span, is from a relevant context. */
  boolean isAnsweredBy(Reading reading) {
    if (!answerable) {
      return false;
    }
    if (answers.isEmpty()) {
      return relevant.contains(reading.context());
    }
    String words = " " + String.join(" ", Words.of(reading.text())) + " ";
    return answers.stream().map(answer -> String.join(" ", Words.of(answer)))
        .anyMatch(answer -> !answer.isEmpty() && words.contains(" " + answer + " "));
  }
}
