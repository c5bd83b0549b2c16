package org.readingroom.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database, which any number of programs share. Nothing connects to it before it is used. */
public final class DatabaseServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  /** How long the pool may make none before it is looked whether the server refuses. */
  private static final Duration QUICK = Duration.ofMillis(400);
  /** How long a server may be silent; a longer silence is a network that is gone. */
  private static final String SILENCE_SECONDS = "60";

  /** How long the tables may be in the hands of another program. */
  private static final Duration MIGRATION = Duration.ofSeconds(50);

  private final String url;
  private final Properties properties = new Properties();
  private final HikariDataSource pool;
  private final DataSource source;

  /**
   * Names a database.
   *
   * @param url its JDBC URL
   * @param username who connects; empty where the URL says so
   * @param connections how many there may be at once, beside those that are {@linkplain #connect made apart}
   */
  public DatabaseServer(String url, @Nullable String username, @Nullable String password, int connections) {
    this.url = url;
    properties.setProperty("connectTimeout", String.valueOf(PATIENCE.toSeconds()));
    properties.setProperty("socketTimeout", SILENCE_SECONDS);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "reading-room");
    if (username != null && !username.isBlank()) {
      properties.setProperty("user", username);
      properties.setProperty("password", password == null ? "" : password);
    }
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setDataSourceProperties(properties);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(QUICK.toMillis());
    config.setInitializationFailTimeout(-1);
    this.pool = ProgramClasses.within(() -> new HikariDataSource(config));
    this.source = new RestingSource(pool, this::connect, PATIENCE);
  }

  /** Returns the connections that are shared by all that is brief. */
  public DataSource source() {
    return source;
  }

  /** Returns a connection of the caller's own, such as for a lock that is held as long as it lasts. */
  public Connection connect() throws SQLException {
    Driver driver = ProgramClasses.within(() -> {
      try {
        return DriverManager.getDriver(url);
      } catch (SQLException e) {
        throw new IllegalStateException("There is no driver for the database that is set.", e);
      }
    });
    Connection connection = driver.connect(url, properties);
    if (connection == null) {
      throw new SQLException("The database that is set has no driver.");
    }
    return connection;
  }

  /**
   * Makes tables, or changes those of an earlier version. Programs that begin at once do so one after another: the
   * migrations have a lock, but the table that tells of them is made before it is taken.
   *
   * @param folder where the migrations are among the program's resources
   * @param history the table that tells which were made; others may have tables in the same database
   * @throws SQLException if the server cannot be reached, or another program keeps the tables too long
   */
  public void migrate(String folder, String history) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (!AdvisoryLocks.takeForTransaction(connection, "migrate", MIGRATION)) {
          throw new SQLTimeoutException(
              "Another program has been changing the tables for " + MIGRATION + ".");
        }
        ProgramClasses.within(() -> Flyway.configure().dataSource(source).locations("classpath:" + folder)
            .table(history).baselineOnMigrate(true).baselineVersion("0")
            .ignoreMigrationPatterns(new String[0])
            .load().migrate());
      } finally {
        connection.rollback();
      }
    }
  }

  /** Has connections that are there looked at anew: a fault may stay with those that met it. */
  public void refresh() {
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  @Override
  public void close() {
    pool.close();
  }
}
