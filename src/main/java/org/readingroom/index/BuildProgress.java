package org.readingroom.index;

/** Is told how far the building of the index is. */
@FunctionalInterface
public interface BuildProgress {

  /** Ignores what it is told. */
  BuildProgress SILENT = (done, total) -> {};

  /**
   * Is called before the first passage is embedded and then again and again; never where all are known.
   *
   * @param done passages embedded so far
   * @param total passages to embed, those left out whose vectors are known
   */
  void embedded(int done, int total);

  /** Is called now and then, also while nothing is embedded; what it throws ends the building. */
  default void goesOn() {}

  /** Is called once when another process is building the index, before waiting for it. */
  default void waitsForOther() {}
}
