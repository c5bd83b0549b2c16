package org.readingroom.library;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.readingroom.database.SqliteFile;

/** Sees to it that one process at a time changes a collection. */
final class ChangeLock {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path folder;

  /**
   * Makes the lock.
   *
   * @param folder where the files that are locked lie
   */
  ChangeLock(Path folder) {
    this.folder = folder;
  }

  /**
   * Does work while no other process changes a collection.
   *
   * @throws LibraryException if another does for too long, or the work cannot write its files
   */
  <T> T alone(String collection, Supplier<T> work) {
    AtomicBoolean begun = new AtomicBoolean();
    try {
      return new SqliteFile(folder.resolve(collection + ".change")).alone(PATIENCE, () -> {
        begun.set(true);
        return work.get();
      });
    } catch (UncheckedIOException e) {
      throw new LibraryException(begun.get()
          ? "The files of the collection " + collection
              + " cannot be written or removed: the disk is full, or "
              + "they are not yours."
          : "Another process is changing the collection " + collection + "; try again later.", e);
    }
  }
}
