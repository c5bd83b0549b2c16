package org.readingroom.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.readingroom.home.DataDirectory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.transaction.TransactionSystemException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * An SQLite file. Any number of processes of this machine may have it open; none of them listens for the others.
 */
public final class SqliteFile {

  /** Says that the file is of no use, where nothing more is known. */
  public static final String UNUSABLE = "the file cannot be opened or written";

  private static final long LOOK_AGAIN_MILLIS = 20;

  private final Path base;

  /**
   * Names a file.
   *
   * @param base the file without its ending {@code .db}; its folder is made where it is missing
   */
  public SqliteFile(Path base) {
    this.base = base.toAbsolutePath().normalize();
  }

  /** Returns the file itself. */
  public Path path() {
    return beside(".db");
  }

  private Path beside(String ending) {
    return base.resolveSibling(base.getFileName() + ending);
  }

  /**
   * Does work while no other process does such work, such as making tables. The system frees the lock when a process
   * ends.
   *
   * @throws UncheckedIOException if the lock cannot be had in time, which is caused by an
   *     {@link InterruptedIOException}, or its file cannot be written
   */
  public <T> T alone(Duration patience, Supplier<T> work) {
    Path path = beside(".opening");
    try {
      DataDirectory.createFile(path);
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
          FileLock lock = lock(channel, patience)) {
        return work.get();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileLock lock(FileChannel channel, Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    @Nullable
    FileLock lock = lockNow(channel);
    while (lock == null) {
      if (System.nanoTime() > end) {
        throw new InterruptedIOException("Another process has been opening it for " + patience + ".");
      }
      try {
        Thread.sleep(LOOK_AGAIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        InterruptedIOException ending = new InterruptedIOException("The program is ending.");
        ending.initCause(e);
        throw ending;
      }
      lock = lockNow(channel);
    }
    return lock;
  }

  private static @Nullable FileLock lockNow(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // Another thread of this process has it.
    }
  }

  /**
   * Returns the way to the file, which is made if it is missing. A commit is on disk when it returns, also where the
   * power fails then: of the time of an answer that takes little (ADR 8).
   *
   * @param patience how long a writer waits for others
   */
  public DataSource dataSource(Duration patience) {
    Path path = path();
    try {
      // SQLite gives the files beside it, -wal and -shm, the rights of this one.
      DataDirectory.createFile(path);
      SqliteLibrary.prepare(base);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
    SQLiteDataSource source = new SQLiteDataSource(config);
    // As a URI, because what follows a question mark in a name would be read as settings.
    source.setUrl("jdbc:sqlite:" + path.toUri());
    return source;
  }

  /** Says why the file could not be used, as far as a cause of the fault tells. */
  public static String reason(NestedRuntimeException e) {
    // SQLite has ended the transaction itself, so that rolling it back fails too.
    Throwable first = e instanceof TransactionSystemException ending && ending.getOriginalException() != null
        ? ending.getOriginalException()
        : e;
    for (Throwable cause = first; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return reason(sql);
      }
    }
    return UNUSABLE;
  }

  /** Says why the file could not be used. */
  public static String reason(SQLException e) {
    int code = e.getErrorCode() & 0xff;
    if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return "the disk is full";
    }
    if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
      return "the disk is full or does not work";
    }
    if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return "the file is damaged; move it away and a new one is begun";
    }
    if (code == SQLiteErrorCode.SQLITE_READONLY.code) {
      return "the file may only be read";
    }
    if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return "another program keeps the file from being written";
    }
    return UNUSABLE;
  }
}
