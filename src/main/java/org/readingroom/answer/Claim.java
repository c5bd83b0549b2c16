package org.readingroom.answer;

import java.util.List;

/**
 * Is one sentence of what a chat model says, with the evidence that it points at.
 *
 * @param text the sentence in the model's words, without markers; words in quotation marks are said to be the
 *          evidence's
 * @param evidence the numbers of the evidence that it is said to rest on, from 1; none where it does not say
 */
record Claim(String text, List<Integer> evidence) {

  Claim {
    evidence = List.copyOf(evidence);
  }

  /** Claims nothing but that the evidence holds these words. */
  static Claim quoting(int evidence, String words) {
    return new Claim("“" + words + "”", List.of(evidence));
  }

  /** Tells whether there is anything in it that could be said, and it does not only lead up to what follows. */
  boolean saysSomething() {
    return !text.endsWith(":") && text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
