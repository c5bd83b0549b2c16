package org.readingroom.search;

import java.util.List;
import org.readingroom.passage.Passage;

/**
 * A passage with what reading it for a query gave; scores are comparable between the passages of one query.
 *
 * @param found its score by search, from 0 to about 1
 * @param answers the reader's logit that the passage answers
 * @param sentences for each of its sentences the score as an answer; negative infinity for one that was not read
 */
public record ReadPassage(Passage passage, double found, double answers, List<Double> sentences) {

  public ReadPassage {
    sentences = List.copyOf(sentences);
    if (sentences.size() != passage.sentences().size()) {
      throw new IllegalArgumentException("a passage has a score for each of its sentences");
    }
  }

  /** Returns the score of its best sentence. */
  public double best() {
    return sentences.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NEGATIVE_INFINITY);
  }
}
