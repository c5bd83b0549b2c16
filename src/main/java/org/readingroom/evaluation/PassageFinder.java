package org.readingroom.evaluation;

import java.util.List;
import org.readingroom.search.Filters;
import org.readingroom.search.PassageSearch;

/** Finds passages for a query, the best first. */
@FunctionalInterface
public interface PassageFinder {

  /**
   * Is a passage that was found.
   *
   * @param document the number of its document
   */
  record Found(int document, String text) {}

  /** Returns the best k passages or fewer. */
  List<Found> find(String query, int k);

  /** Finds with the program's own search. */
  static PassageFinder of(PassageSearch search) {
    return (query, k) -> search.search(query, Filters.NONE, k).stream()
        .map(found -> new Found(found.passage().document().number(), found.passage().text())).toList();
  }
}
