package org.readingroom.evaluation;

import java.util.List;

/** Ranks the texts of one set for a query. */
@FunctionalInterface
public interface Ranker {

  /** Returns the best k texts or fewer, the best first, none twice. */
  List<ScoredId> rank(String query, int k);
}
