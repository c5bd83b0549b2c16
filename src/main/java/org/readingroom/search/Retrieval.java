package org.readingroom.search;

import java.util.List;
import java.util.Optional;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;

/**
 * What a search found for a query.
 *
 * @param passages the passages, the best first
 * @param read the passages that were read for the query, the best first
 */
public record Retrieval(Query query, List<RetrievedPassage> passages, List<ReadPassage> read) {

  public Retrieval {
    passages = List.copyOf(passages);
    read = List.copyOf(read);
  }

  /** Returns the sentence within a span of a document that answers best, where the span has more to it. */
  public Optional<Span> bestSentence(Document document, Span span) {
    Span best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (ReadPassage passage : read) {
      for (int i = 0; i < passage.sentences().size(); i++) {
        Span sentence = passage.passage().sentences().get(i).span();
        if (passage.passage().document().number() == document.number() && span.contains(sentence)
            && passage.sentences().get(i) > most) {
          best = sentence;
          most = passage.sentences().get(i);
        }
      }
    }
    return Optional.ofNullable(best).filter(sentence -> !sentence.equals(span));
  }

  /**
   * Goes by the query, as equal retrievals have equal ones: LangChain4j hashes what an invocation carries several
   * times for each question.
   */
  @Override
  public int hashCode() {
    return query.hashCode();
  }
}
