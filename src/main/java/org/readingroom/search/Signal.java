package org.readingroom.search;

/** Names what speaks for a span as an answer; every signal lies between 0 and 1 or close to it. */
public enum Signal {
  /**
   * How well the span's sentences answer, as the reader scores them: 1 where they do as well as the best sentence of
   * all, 0 where they were not read.
   */
  READ,
  /** The score by search of the span's passage. */
  FOUND,
  /** The share of the question's terms, by inverse document frequency, that stand in the span or the header. */
  COVERAGE,
  /** Whether the document, or else the span, is of a date that the question names. */
  DATE,
  /** Whether the question names the document by title or author, or the page. */
  NAMED,
  /** Whether the span holds something of the kind asked for that the question does not hold. */
  WANTED,
  /** Whether the question asks for a reply and the document is one to what the question is about. */
  REPLY
}
