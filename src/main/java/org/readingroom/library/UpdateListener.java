package org.readingroom.library;

/** Hears how an update of a collection gets on. */
public interface UpdateListener {

  /** Hears nothing. */
  UpdateListener NONE = (file, done, total) -> {};

  /**
   * Hears what became of a file.
   *
   * @param done how many files were looked at, with this one
   * @param total how many there are to look at
   */
  void looked(FileRecord file, int done, int total);

  /** Is asked between files whether the rest is to be left for another time. */
  default boolean isCancelled() {
    return false;
  }
}
