package org.readingroom.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;

/**
 * Says which documents and pages a question means by their names; what is of them is preferred.
 *
 * @param documents numbers of the documents that it names by title or author
 * @param pages by the number of their document, where the pages named stand in its text
 * @param only whether nothing but the pages is wanted, since a document is named, too
 */
public record Named(Set<Integer> documents, Map<Integer, List<Span>> pages, boolean only) {

  static final Named NOTHING = new Named(Set.of(), Map.of(), false);

  public Named {
    documents = Set.copyOf(documents);
    pages = Map.copyOf(pages);
  }

  /** Tells whether a stretch of a document is of what the question names: of a page of it where it names one. */
  boolean holds(Document document, Span span) {
    return pages.isEmpty() ? documents.contains(document.number()) : isOnPage(document, span);
  }

  /** Tells whether a stretch of a document may be looked at. */
  boolean allows(Document document, Span span) {
    return !only || isOnPage(document, span);
  }

  private boolean isOnPage(Document document, Span span) {
    return pages.getOrDefault(document.number(), List.of()).stream().anyMatch(span::overlaps);
  }
}
