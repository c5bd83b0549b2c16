package org.readingroom.search;

import java.util.List;
import java.util.Map;

/**
 * Is what a search found for a query.
 *
 * @param passages the passages, the best first
 * @param candidates spans of those passages that may answer, the best first
 * @param parts for each part of the question the spans that may answer it, the best first
 * @param grounds what speaks for there being an answer among them
 */
public record Retrieval(Query query, List<RetrievedPassage> passages, List<Candidate> candidates,
    List<List<Candidate>> parts, Map<Ground, Double> grounds) {

  public Retrieval {
    passages = List.copyOf(passages);
    candidates = List.copyOf(candidates);
    parts = List.copyOf(parts);
    grounds = Map.copyOf(grounds);
  }

  /**
   * Goes by the query, as equal retrievals have equal ones: LangChain4j hashes what an invocation carries several
   * times for each question, and hashing all candidates took an eighth of an answer.
   */
  @Override
  public int hashCode() {
    return query.hashCode();
  }
}
