package org.readingroom.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Reads passages for a question or a claim. Safe for use by several threads. */
public interface PassageReader {

  /** Returns what was read in each passage, in the order of the passages. */
  List<Reading> read(String question, List<ReadablePassage> passages);

  /**
   * Returns how well each passage and each of its sentences supports a claim, in the order of the passages; a sentence's
   * logit and half of its passage's together are the logarithm of the odds that it does.
   */
  List<Reading> support(String claim, List<ReadablePassage> passages);

  /**
   * Returns the vector, of length one, by which a question is looked for among those that an encoder gave to passages;
   * empty where the reader knows none for that encoder, or the text is longer than a question.
   *
   * @param encoder the encoder's name
   */
  default Optional<float[]> vector(String question, String encoder) {
    return Optional.empty();
  }

  /**
   * Returns a reader that goes by what it is told of how rare words are; this one where it does not go by that.
   *
   * @param rarity tells how rare a term is
   */
  default PassageReader weighing(ToDoubleFunction<String> rarity) {
    return this;
  }

  /** Returns the name that explanations and reports use. */
  String name();
}
