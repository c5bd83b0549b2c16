package org.readingroom.answer;

import org.readingroom.collection.Document;
import org.readingroom.passage.Span;

/**
 * A run of whole sentences to quote.
 *
 * @param score the score of its best sentence
 */
record Candidate(Document document, Span span, double score) {

  /** Returns its words. */
  String text() {
    return span.of(document.text());
  }
}
