package org.readingroom.search;

import java.util.List;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;

/**
 * What one answer searches: the state of one index or of several, which stays open until this is closed,
 * whatever becomes of the collections meanwhile. Any number of threads may use it.
 */
public interface SearchSession extends AutoCloseable {

  /** Returns the best passages and the spans in them that may answer, the best first. */
  Retrieval retrieve(Inquiry inquiry);

  /** Returns the best passages, the best first, {@code k} at most. */
  List<RetrievedPassage> search(String text, Filters filters, int k);

  /** Returns the scorer that tells whether passages support claims; it works until this is closed. */
  SupportScorer support();

  /** Returns the places in a span of a document of what a query asks for, where rules can tell. */
  List<Span> wanted(Query query, Document document, Span span);

  /** Returns where a passage has the words and names of a query, in any form of them; common words do not count. */
  List<Span> matches(String query, Passage passage);

  /** Returns why some collections are not searched, a sentence for each; none where all are. */
  default List<String> leftOut() {
    return List.of();
  }

  /** Returns what could not be done for a question in its language, in sentences. */
  List<String> limits(Retrieval retrieval);

  @Override
  void close();
}
