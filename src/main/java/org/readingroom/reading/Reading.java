package org.readingroom.reading;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a reader made of one passage; scores are logits, comparable between the passages of one question.
 *
 * @param answers how well the passage as a whole answers
 * @param sentences how well each of its sentences answers; negative infinity for one that was not read because the
 *        passage is too long
 */
public record Reading(double answers, List<Double> sentences) {

  public Reading {
    sentences = List.copyOf(sentences);
  }

  /** Returns the mean of two readings of one passage, for two wordings of a question. */
  public Reading mean(Reading other) {
    return new Reading((answers + other.answers) / 2, IntStream.range(0, sentences.size())
        .mapToObj(i -> (sentences.get(i) + other.sentences.get(i)) / 2).toList());
  }
}
