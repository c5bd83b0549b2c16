package org.readingroom.conversation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.readingroom.database.SqliteFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.NestedRuntimeException;
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
  /** A server that did not answer is left alone for a while, lest each question wait for it; a file never is. */
  private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

  private final DatabaseSettings settings;
  private @Nullable HikariDataSource source;
  private @Nullable ConversationRows opened;
  private @Nullable ConversationsUnavailableException failure;
  private long failedAt;

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
      if (failure != null && !settings.isEmbedded() && System.nanoTime() - failedAt < PAUSE_NANOS) {
        throw failure;
      }
      try {
        opened = asThisClassSeesTheProgram(() -> settings.isEmbedded() ? openFile() : openServer());
        failure = null;
      } catch (RuntimeException e) {
        LOG.debug("The database could not be opened.", e);
        failure = unavailable(e);
        failedAt = System.nanoTime();
        throw failure;
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
  }

  /** Loads drivers and migrations through this class: a thread of the server has a class loader of its own. */
  private static <T> T asThisClassSeesTheProgram(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ConversationDatabase.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private ConversationRows openFile() {
    SqliteFile file = new SqliteFile(settings.file());
    return file.alone(OPENING, () -> {
      ConversationRows rows = migrated("sqlite", config -> config.setDataSource(source(file)));
      new OldConversations(settings).moveTo(rows);
      return rows;
    });
  }

  /** Returns the way to the file, where a test may put a full disk. */
  DataSource source(SqliteFile file) {
    return file.dataSource(PATIENCE);
  }

  private ConversationRows openServer() {
    return migrated("postgresql", config -> {
      config.setJdbcUrl(settings.url());
      if (settings.username() != null && !settings.username().isBlank()) {
        config.setUsername(settings.username());
        config.setPassword(settings.password());
      }
    });
  }

  private ConversationRows migrated(String vendor, Consumer<HikariConfig> address) {
    HikariDataSource pool = source;
    if (pool == null) {
      HikariConfig config = new HikariConfig();
      address.accept(config);
      config.setPoolName("conversations");
      // A file has one writer at a time; those who queue for it here need not look again and again whether it is free.
      config.setMaximumPoolSize(settings.isEmbedded() ? 1 : 4);
      config.setMinimumIdle(0);
      config.setConnectionTimeout(PATIENCE.toMillis());
      config.setInitializationFailTimeout(1);
      pool = new HikariDataSource(config);
      source = pool;
    }
    Flyway.configure().dataSource(pool).locations("classpath:db/migration/" + vendor).load().migrate();
    return new ConversationRows(pool);
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
  }
}
