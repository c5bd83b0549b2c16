package org.readingroom.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Keeps the files that are sent to collections. */
interface Originals {

  /** Finds a name that is not taken, which looks like another. */
  @FunctionalInterface
  interface FreeName {

    String of(String name, Predicate<String> taken);
  }

  /** Files that are on this machine now, as far as the library has them. */
  @FunctionalInterface
  interface Brought {

    /** Says that an update has looked at them. */
    void looked();
  }

  /**
   * Keeps files. Where this throws some may be kept.
   *
   * @param known the paths of files that the collection has already
   * @return the names that they are kept under, in their order
   * @throws java.io.UncheckedIOException if they cannot be read or written
   */
  List<String> keep(String collection, List<SentFile> files, Set<String> known, FreeName free);

  /** Has all files of a collection in their folder on this machine, and none that are gone. */
  Brought bring(String collection);

  /** Has one file in its folder on this machine, if it is there at all. */
  void bring(String collection, Path file);

  /** Removes a file. */
  void remove(String collection, Path file);

  /** Returns the names of files that no update has looked at yet, where others may have taken them. */
  List<String> waiting(String collection);

  /** Returns the collections that have such files. */
  List<String> waiting();
}
