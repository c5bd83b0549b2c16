package org.readingroom.evaluation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A question about a pack.
 *
 * @param style how it is asked, in one word
 * @param answers the ways to answer: each a smallest set of sentences that together give the whole answer; empty where
 *        the pack does not answer
 */
public record PackQuestion(Pack pack, String style, String question, List<Set<String>> answers) {

  public PackQuestion {
    answers = answers.stream().<Set<String>>map(TreeSet::new).toList();
  }

  boolean answerable() {
    return !answers.isEmpty();
  }

  /** Tells whether a sentence answers, alone or together with others. */
  boolean isAnsweredBy(String sentence) {
    return answers.stream().anyMatch(answer -> answer.contains(sentence));
  }
}
