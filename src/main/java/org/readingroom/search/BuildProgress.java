package org.readingroom.search;

/** Is told how far the building of the index is. */
@FunctionalInterface
public interface BuildProgress {

  /** Ignores what it is told. */
  BuildProgress SILENT = (done, total) -> {};

  /**
   * Is called again and again while passages are embedded.
   *
   * @param done passages embedded so far
   * @param total passages to embed
   */
  void embedded(int done, int total);

  /** Is called once when another process is building the index, before waiting for it. */
  default void waitsForOther() {}
}
