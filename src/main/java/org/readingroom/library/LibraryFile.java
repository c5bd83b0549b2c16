package org.readingroom.library;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.readingroom.database.SqliteFile;
import org.springframework.core.NestedRuntimeException;

/** Keeps a library in an SQLite file of the data directory, for the programs of one machine. */
final class LibraryFile implements LibraryStore {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SqliteFile file;
  private final Path collections;
  private final Originals originals;
  private @Nullable LibraryRows rows;

  /**
   * Makes the library of a data directory.
   *
   * @param collections the folder of what belongs to collections
   */
  LibraryFile(Path home, Path collections) {
    this.file = new SqliteFile(home.resolve("library"));
    this.collections = collections;
    this.originals = new FolderOriginals(id -> Locations.originals(collections.resolve(id)));
  }

  @Override
  public synchronized boolean isBegun() {
    return rows != null || Files.exists(file.path());
  }

  @Override
  public synchronized LibraryRows rows() {
    if (rows == null) {
      rows = LibraryDatabase.open(file, PATIENCE);
    }
    return rows;
  }

  @Override
  public <T> T alone(String collection, Function<LibraryRows, T> work) {
    try {
      return new SqliteFile(collections.resolve(collection + ".change")).alone(PATIENCE,
          () -> work.apply(rows()));
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof InterruptedIOException
          ? LibraryStore.busy(collection, e)
          : LibraryStore.unwritable(collection, e);
    } catch (NestedRuntimeException e) {
      throw new LibraryException(
          "The library " + file.path() + " cannot be used: " + SqliteFile.reason(e) + ".", e);
    }
  }

  @Override
  public boolean isAwaited(String collection) {
    return false;
  }

  @Override
  public Originals originals() {
    return originals;
  }

  @Override
  public boolean isShared() {
    return false;
  }

  /** Any server of the machine may read files; of one collection one does at a time. */
  @Override
  public boolean renewLease() {
    return true;
  }

  @Override
  public boolean holdsLease() {
    return true;
  }

  @Override
  public void close() {
    // Nothing stays open between two uses.
  }
}
