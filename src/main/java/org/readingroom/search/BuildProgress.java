package org.readingroom.search;

/** Is told how far the building of the index is. */
@FunctionalInterface
public interface BuildProgress {

  /** Ignores what it is told. */
  BuildProgress SILENT = (done, total) -> {};

  /**
   * Is called after each passage, from the threads that embed, one at a time.
   *
   * @param done passages embedded so far
   * @param total passages to embed
   */
  void embedded(int done, int total);
}
