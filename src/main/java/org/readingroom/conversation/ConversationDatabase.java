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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.NestedRuntimeException;

/**
 * Is the database of conversations. It is opened when it is first used, because a single question needs none, and
 * tried again some time after it could not be.
 */
final class ConversationDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ConversationDatabase.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long RETRY_NANOS = Duration.ofSeconds(30).toNanos();

  private final DatabaseSettings settings;
  private @Nullable AnnotationConfigApplicationContext opened;
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
      throw unavailable(e);
    }
  }

  private synchronized ConversationRows rows() {
    if (opened == null) {
      if (failure != null && System.nanoTime() - failedAt < RETRY_NANOS) {
        throw failure;
      }
      try {
        opened = open();
      } catch (RuntimeException e) {
        LOG.debug("The database could not be opened.", e);
        failure = unavailable(e);
        failedAt = System.nanoTime();
        throw failure;
      }
    }
    return opened.getBean(ConversationRows.class);
  }

  /** Opens it as this class sees the program: a thread of the server has a class loader of its own. */
  private AnnotationConfigApplicationContext open() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ConversationDatabase.class.getClassLoader());
    try {
      return migrated();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private AnnotationConfigApplicationContext migrated() {
    HikariDataSource source = connect();
    try {
      Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
      AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
      context.registerBean(DataSource.class, () -> source);
      context.register(ConversationRepositories.class);
      context.refresh();
      return context;
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private HikariDataSource connect() {
    if (settings.isEmbedded()) {
      // The process that opens the file serves the others; nobody outside this machine is to reach it.
      System.setProperty("h2.bindAddress", "127.0.0.1");
    }
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.jdbcUrl());
    if (settings.username() != null && !settings.username().isBlank()) {
      config.setUsername(settings.username());
      config.setPassword(settings.password());
    }
    config.setPoolName("conversations");
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setInitializationFailTimeout(1);
    return new HikariDataSource(config);
  }

  private ConversationsUnavailableException unavailable(Exception e) {
    return new ConversationsUnavailableException(
        "The conversations in " + settings.place() + " cannot be used: " + reason(e) + ".", e);
  }

  private String reason(Exception e) {
    Throwable root = NestedExceptionUtils.getMostSpecificCause(e);
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && settings.isEmbedded()) {
        switch (sql.getErrorCode()) {
          case 90030, 90028 -> {
            return "the file is damaged; move it away and a new one is begun";
          }
          case 90097 -> {
            return "the file may only be read";
          }
          case 90020 -> {
            return "another program has it open";
          }
          default -> {
            // A cause may say more.
          }
        }
      }
      if (cause instanceof FlywayException && root instanceof FlywayException) {
        return "its tables are not of this program's version";
      }
    }
    return settings.isEmbedded()
        ? "the file cannot be opened or written"
        : "it does not answer, or refuses what is asked of it";
  }

  @Override
  public synchronized void close() {
    if (opened != null) {
      HikariDataSource source = (HikariDataSource) opened.getBean(DataSource.class);
      opened.close();
      source.close();
      opened = null;
    }
  }
}
