package org.readingroom.search;

/** Names what speaks for there being an answer at all. */
public enum Ground {
  /** How well the best sentence answers, as the reader scores it: a logit. */
  READ,
  /** The score by search of that sentence's passage, from 0 to about 1. */
  FOUND
}
