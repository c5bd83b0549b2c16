package org.readingroom.conversation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.readingroom.database.DatabaseServer;
import org.readingroom.database.ProgramClasses;
import org.readingroom.database.SqliteFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Is the database of conversations. It is opened when it is first used, because a single question needs none, and
 * anew when it is used after a fault.
 */
class ConversationDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ConversationDatabase.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  /** Another process may be moving old conversations. */
  private static final Duration OPENING = Duration.ofMinutes(1);
  private static final int CONNECTIONS = 4;

  private final DatabaseSettings settings;
  private @Nullable HikariDataSource source;
  private @Nullable DatabaseServer server;
  private @Nullable ConversationRows opened;

  ConversationDatabase(DatabaseSettings settings) {
    this.settings = settings;
  }

  /**
   * Does work with the rows.
   *
   * @throws ConversationsUnavailableException if the database cannot be opened, read or written
   */
  <T> T with(Function<ConversationRows, T> work) {
    ConversationRows rows = rows();
    try {
      return work.apply(rows);
    } catch (NestedRuntimeException e) {
      LOG.debug("The database could not be used.", e);
      reopen();
      throw unavailable(e);
    }
  }

  private synchronized ConversationRows rows() {
    if (opened == null) {
      try {
        opened = ProgramClasses.within(() -> settings.isEmbedded() ? openFile() : openServer());
      } catch (RuntimeException e) {
        LOG.debug("The database could not be opened.", e);
        throw unavailable(e);
      }
    }
    return opened;
  }

  /** Has the next use look at tables and connections anew: a fault may stay with those that met it. */
  private synchronized void reopen() {
    opened = null;
    if (source != null) {
      source.getHikariPoolMXBean().softEvictConnections();
    }
    if (server != null) {
      server.refresh();
    }
  }

  private ConversationRows openFile() {
    SqliteFile file = new SqliteFile(settings.file());
    return file.alone(OPENING, () -> {
      HikariDataSource pool = source == null ? pool(file) : source;
      source = pool;
      Flyway.configure().dataSource(pool).locations("classpath:db/migration/sqlite").load().migrate();
      ConversationRows rows = new ConversationRows(pool);
      new OldConversations(settings).moveTo(rows);
      return rows;
    });
  }

  /** Returns the way to the file, where a test may put a full disk. */
  DataSource source(SqliteFile file) {
    return file.dataSource(PATIENCE);
  }

  /** A file has one writer at a time; those who queue for it here need not look again and again whether it is free. */
  private HikariDataSource pool(SqliteFile file) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source(file));
    config.setPoolName("conversations");
    config.setMaximumPoolSize(1);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setInitializationFailTimeout(1);
    return new HikariDataSource(config);
  }

  private ConversationRows openServer() {
    DatabaseServer opening = server == null
        ? new DatabaseServer(String.valueOf(settings.url()), settings.username(), settings.password(),
            CONNECTIONS)
        : server;
    server = opening;
    try {
      opening.migrate("db/migration/postgresql", "flyway_schema_history");
    } catch (SQLException e) {
      throw new CannotGetJdbcConnectionException("The tables cannot be made.", e);
    }
    return new ConversationRows(opening.source());
  }

  private ConversationsUnavailableException unavailable(Exception e) {
    return new ConversationsUnavailableException(settings.place(), reason(e), e);
  }

  private String reason(Exception e) {
    // SQLite has ended the transaction itself, so that rolling it back fails too.
    Throwable first = e instanceof TransactionSystemException ending && ending.getOriginalException() != null
        ? ending.getOriginalException()
        : e;
    for (Throwable cause = first; settings.isEmbedded() && cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return SqliteFile.reason(sql);
      }
    }
    if (NestedExceptionUtils.getMostSpecificCause(e) instanceof FlywayException) {
      return "its tables are not of this program's version";
    }
    return settings.isEmbedded()
        ? SqliteFile.UNUSABLE
        : "the database does not answer, or refuses what is asked of it";
  }

  @Override
  public synchronized void close() {
    opened = null;
    if (source != null) {
      source.close();
      source = null;
    }
    if (server != null) {
      server.close();
      server = null;
    }
  }
}
