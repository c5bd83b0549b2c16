package org.readingroom.evaluation;

/**
 * Is how sure a reply was, with what became of it.
 *
 * @param confidence how sure, on any scale; higher is surer
 * @param answerable whether there was an answer to be found
 * @param correct whether the reply was right as an answer; never so where there is none
 */
public record Confidence(double confidence, boolean answerable, boolean correct) {

  public Confidence {
    if (correct && !answerable) {
      throw new IllegalArgumentException("no answer is correct where there is none to be found");
    }
    if (Double.isNaN(confidence)) {
      throw new IllegalArgumentException("a confidence is a number");
    }
  }
}
