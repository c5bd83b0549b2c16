package org.readingroom.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections of a server. Once it could not be reached, all who want one are told so at once, while it is tried again
 * in the background.
 */
final class RestingSource extends DelegatingDataSource {

  /** How long it is left alone before it is tried again. */
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final HikariDataSource pool;
  private final Attempt attempt;
  private final Duration patience;
  private final AtomicBoolean away = new AtomicBoolean();
  /** Whether somebody is finding out if the server is away or the pool is only busy: one connection is enough for that. */
  private final AtomicBoolean probing = new AtomicBoolean();

  /** Connects to the server, whatever the pool has. */
  @FunctionalInterface
  interface Attempt {

    Connection connect() throws SQLException;
  }

  /**
   * Makes the connections of a pool.
   *
   * @param pool gives up soon, for it does not tell that a server refuses
   * @param patience how long a server may be busy
   */
  RestingSource(HikariDataSource pool, Attempt attempt, Duration patience) {
    super(pool);
    this.pool = pool;
    this.attempt = attempt;
    this.patience = patience;
  }

  @Override
  public Connection getConnection() throws SQLException {
    long end = System.nanoTime() + patience.toNanos();
    while (!away.get()) {
      try {
        return pool.getConnection();
      } catch (SQLTransientConnectionException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        if (probing.compareAndSet(false, true)) {
          try {
            requireAnswer();
          } finally {
            probing.set(false);
          }
        }
      }
    }
    throw new SQLTransientConnectionException("The database could not be reached a moment ago.");
  }

  private void requireAnswer() throws SQLException {
    try (Connection found = attempt.connect()) {
      found.isReadOnly();
    } catch (SQLException e) {
      if (!pool.isClosed() && away.compareAndSet(false, true)) {
        Thread.ofVirtual().name("database").start(this::tryAgain);
      }
      throw e;
    }
  }

  private void tryAgain() {
    while (away.get() && !pool.isClosed()) {
      try (Connection found = attempt.connect()) {
        away.set(found.isClosed());
      } catch (SQLException | RuntimeException e) {
        try {
          Thread.sleep(PAUSE);
        } catch (InterruptedException ending) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }
}
