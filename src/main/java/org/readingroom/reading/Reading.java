package org.readingroom.reading;

import java.util.List;

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
}
