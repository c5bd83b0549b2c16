package org.readingroom.search;

import java.util.List;

/**
 * Is what a search found for a query.
 *
 * @param passages the passages, the best first
 * @param candidates spans of those passages that may answer, the best first
 */
public record Retrieval(Query query, List<RetrievedPassage> passages, List<Candidate> candidates) {

  public Retrieval {
    passages = List.copyOf(passages);
    candidates = List.copyOf(candidates);
  }
}
