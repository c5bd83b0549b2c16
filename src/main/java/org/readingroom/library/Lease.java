package org.readingroom.library;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.readingroom.database.AdvisoryLocks;
import org.readingroom.database.DatabaseServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has one of the servers of a library read files: the one that holds a lock. Another takes it over when that one ends
 * or loses the database.
 */
final class Lease implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
  private static final String NAME = "reading";
  private static final int PATIENCE_SECONDS = (int) Duration.ofSeconds(3).toSeconds();

  private final DatabaseServer server;
  private @Nullable Connection connection;
  private volatile boolean held;
  private boolean closed;

  Lease(DatabaseServer server) {
    this.server = server;
  }

  /** Tells whether it was held when it was last renewed. */
  boolean isHeld() {
    return held;
  }

  /** Looks whether it is still held, or else takes it if it is free. */
  synchronized boolean renew() {
    if (closed) {
      return false;
    }
    boolean before = held;
    try {
      if (connection != null && !connection.isValid(PATIENCE_SECONDS)) {
        drop();
      }
      if (connection == null) {
        connection = server.connect();
      }
      held = held || AdvisoryLocks.takeIfFree(connection, NAME);
    } catch (SQLException e) {
      LOG.debug("The lease cannot be had", e);
      drop();
    }
    if (held != before) {
      LOG.info(held
          ? "This server reads the files of the library's collections now."
          : "This server reads the files of the library's collections no longer.");
    }
    return held;
  }

  private void drop() {
    held = false;
    try (Connection lost = connection) {
      connection = null;
    } catch (SQLException e) {
      LOG.debug("The connection of the lease is gone", e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    drop();
  }
}
