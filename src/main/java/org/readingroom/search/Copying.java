package org.readingroom.search;

/** Says how the words of a claim stand to those of a text, the closest last. */
public enum Copying {
  /** They are the claim's own, in the main. */
  NONE,
  /** They are the text's with some changed, put in or left out, as in telling it in other words. */
  REWORDED,
  /** They are the text's, nearly all of them, but for something that makes them say something else. */
  ALTERED,
  /** They are the text's, and say the same. */
  FAITHFUL
}
