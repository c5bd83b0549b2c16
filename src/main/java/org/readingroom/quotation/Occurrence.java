package org.readingroom.quotation;

import java.util.List;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;

/**
 * Is a place in a document where quoted words stand.
 *
 * @param parts the stretches quoted, in order; more than one where an ellipsis leaves out what is between them
 */
public record Occurrence(Document document, List<Span> parts) {

  public Occurrence {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("an occurrence has a part");
    }
  }

  /** Returns the whole stretch, what an ellipsis leaves out included. */
  public Span span() {
    return new Span(parts.getFirst().start(), parts.getLast().end());
  }

  /** Returns the words of the whole stretch as the document has them. */
  public String text() {
    return span().of(document.text());
  }
}
