package org.readingroom.catalogue;

import java.util.List;
import org.readingroom.search.Filters;

/** Answers questions about one collection, or about several that are asked together. */
@FunctionalInterface
public interface CollectionAnswers {

  /**
   * Returns what is said to a question about what is asked, in order; nothing for a question in it.
   *
   * @param earlier the questions asked before it, in order
   * @param filters the documents that are counted and listed
   * @param most how many places at most
   * @throws org.readingroom.search.IndexNotReadyException if the answer needs an index and none is ready
   */
  List<Finding> answers(String question, List<String> earlier, Filters filters, int most);
}
