package org.readingroom.search;

import java.util.List;
import org.readingroom.collection.Document;

/** Finds evidence for questions, in one collection or in several that are asked together. */
public interface EvidenceSearch {

  /** Tells whether a document is of a collection that is searched. */
  boolean has(Document document);

  /**
   * Returns what is searched as it is now, for all that one answer wants of it.
   *
   * @throws IndexNotReadyException while no index is ready
   */
  SearchSession open();

  /** Does {@link SearchSession#search} on what is searched as it is now. */
  default List<RetrievedPassage> search(String text, Filters filters, int k) {
    try (SearchSession session = open()) {
      return session.search(text, filters, k);
    }
  }
}
