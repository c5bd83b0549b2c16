package org.readingroom.library;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a library is kept, and what keeps two programs from changing one collection at once. */
interface LibraryStore extends AutoCloseable {

  /** Tells whether there may be collections: who has none need not open a database. */
  boolean isBegun();

  /**
   * Returns what is kept.
   *
   * @throws LibraryException if it cannot be opened
   */
  LibraryRows rows();

  /**
   * Does work while no other program changes a collection.
   *
   * @param work is given what is kept, and writes only that
   * @throws LibraryException if another does for too long, or what the work writes cannot be written
   */
  <T> T alone(String collection, Function<LibraryRows, T> work);

  /** Tells whether another program waits for a change of a collection to end. */
  boolean isAwaited(String collection);

  /** Returns the files that were sent. */
  Originals originals();

  /** Tells whether programs on other machines may use it. */
  boolean isShared();

  /** Looks whether this program is the one that is to read files by itself, or else can become it. */
  boolean renewLease();

  /** Tells whether this program is the one that is to read files by itself. */
  boolean holdsLease();

  @Override
  void close();

  /** Returns what went wrong with the files of a collection. */
  static LibraryException unwritable(String collection, Exception e) {
    return new LibraryException("The files of the collection " + collection
        + " cannot be written or removed: the disk is full, or they are not yours.", e);
  }

  /** Returns that another program is at work. */
  static LibraryException busy(String collection, @Nullable Exception e) {
    return new LibraryException(
        "Another process is changing the collection " + collection + "; try again later.", e);
  }
}
