package org.readingroom.search;

import java.util.List;
import org.readingroom.collection.Document;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;

/**
 * Is a span of a document that may answer a query: one sentence or a few in a row.
 *
 * @param sentences the sentences it consists of
 * @param score the weighted sum of the signals
 * @param signals what speaks for it
 * @param read how well each of its sentences answers, as the reader scores it
 */
public record Candidate(Document document, List<Sentence> sentences, double score, Signals signals,
    List<Double> read) {

  /** Returns where it stands in the document's text. */
  public Span span() {
    return new Span(sentences.getFirst().span().start(), sentences.getLast().span().end());
  }

  /** Returns its words. */
  public String text() {
    return span().of(document.text());
  }
}
