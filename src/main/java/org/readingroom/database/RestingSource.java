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

  private final HikariDataSource pool;
  private final Duration pause;
  private final AtomicBoolean away = new AtomicBoolean();

  RestingSource(HikariDataSource pool, Duration pause) {
    super(pool);
    this.pool = pool;
    this.pause = pause;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (away.get()) {
      throw new SQLTransientConnectionException("The database could not be reached a moment ago.");
    }
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      // Where all connections are in use it is not away, but busy.
      if (!pool.isClosed() && pool.getHikariPoolMXBean().getActiveConnections() == 0
          && away.compareAndSet(false, true)) {
        Thread.ofVirtual().name("database").start(this::tryAgain);
      }
      throw e;
    }
  }

  private void tryAgain() {
    while (away.get() && !pool.isClosed()) {
      try (Connection found = pool.getConnection()) {
        away.set(false);
      } catch (SQLException e) {
        try {
          Thread.sleep(pause);
        } catch (InterruptedException ending) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }
}
