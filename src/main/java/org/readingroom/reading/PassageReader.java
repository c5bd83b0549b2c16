package org.readingroom.reading;

import java.util.List;

/** Reads passages for a question or a claim. Safe for use by several threads. */
public interface PassageReader {

  /** Returns what was read in each passage, in the order of the passages. */
  List<Reading> read(String question, List<ReadablePassage> passages);

  /**
   * Returns how well each passage and each of its sentences supports a claim, in the order of the passages; a sentence's
   * logit and half of its passage's together are the logarithm of the odds that it does.
   */
  List<Reading> support(String claim, List<ReadablePassage> passages);

  /** Returns the name that explanations and reports use. */
  String name();
}
