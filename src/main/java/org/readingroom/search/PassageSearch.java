package org.readingroom.search;

import java.util.List;

/** Finds passages for a query in words. */
public class PassageSearch {

  /**
   * Returns the best passages, the best first.
   *
   * @param text a question or some words
   * @param k how many passages at most
   * @throws IndexNotReadyException while the index is not ready
   */
  public List<RetrievedPassage> search(String text, Filters filters, int k) {
    throw new UnsupportedOperationException("not yet");
  }
}
