package org.readingroom.search;

/** Names what speaks for a span as an answer; every signal lies between 0 and 1 or close to it. */
public enum Signal {
  /** Late interaction of the question with the span's passage and its header. */
  PASSAGE_LATE,
  /** Late interaction of the question with the span alone. */
  SPAN_LATE,
  /** The mean cosine of the question's vector with the span's token vectors. */
  SPAN_MEAN,
  /** The share of the question's terms, by inverse document frequency, that stand in the span. */
  COVERAGE,
  /** The same for the span and its document's header together. */
  HEADED_COVERAGE,
  /** The same for the span, the header and the sentences around it. */
  NEARBY_COVERAGE,
  /** Whether the document, or else the span, is of a date that the question names. */
  DATE,
  /** Whether the span holds something of the kind asked for that the question does not hold. */
  WANTED,
  /** Whether the question asks for a reply and the document is one to what the question is about. */
  REPLY,
  /** The share of the span that is running text, a list or a table rather than a heading or a signature. */
  PROSE
}
