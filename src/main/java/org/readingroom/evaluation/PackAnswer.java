package org.readingroom.evaluation;

/**
 * What a reader made of a question about a pack.
 *
 * @param sentence the sentence with the best score
 * @param rank the place of the first sentence that answers, from 1; 0 where none does
 * @param score the best score
 * @param estimate how likely the program holds it that there is an answer, from 0 to 1
 */
public record PackAnswer(String pack, String corpus, String style, String question, boolean answerable,
    String sentence, int rank, double score, double estimate) {

  boolean hit() {
    return rank == 1;
  }

  double reciprocalRank() {
    return rank == 0 ? 0 : 1.0 / rank;
  }

  /** Returns how sure it is by its score, which tells apart what the estimate rounds to 1. */
  Confidence byScore() {
    return new Confidence(score, answerable, hit());
  }

  Confidence byEstimate() {
    return new Confidence(estimate, answerable, hit());
  }
}
