package org.readingroom.search;

/** Names what speaks for there being an answer at all; every ground but the reader’s lies between 0 and 1 or close to it. */
public enum Ground {
  /** The best cosine of the question's vector with a passage's. */
  COSINE,
  /** The best late interaction of the question with a passage. */
  LATE,
  /**
   * The share of the question's names, numbers and capitalised words in the best candidate's surroundings, the rarer
   * counting the more.
   */
  SPECIFIC,
  /** The share of them that the collection has anywhere. */
  KNOWN,
  /** How far what may answer is gathered in one document, and not spread over many. */
  GATHERED,
  /** Whether the question names a document of the collection by its number. */
  NAMED,
  /** How well the best sentence answers, as the reader scores it: a logit. */
  READ
}
