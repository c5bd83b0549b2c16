package org.readingroom.embedding;

/** Says how the vectors of the tokens become the vector of the whole text. */
public enum Pooling {
  /** The vector of the first token, [CLS]. */
  CLS,
  /** The mean of all token vectors, special tokens among them. */
  MEAN
}
