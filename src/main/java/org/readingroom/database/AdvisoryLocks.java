package org.readingroom.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The program's locks in PostgreSQL. A connection holds one, and the database frees it when the connection ends,
 * whatever ended the program. They belong to one schema of one database.
 */
public final class AdvisoryLocks {

  /** Tells the program's locks from those of others. */
  private static final int OURS = 0x5265_6164;
  private static final String KEY = OURS + ", hashtext(current_schema() || '/' || ?)";
  /** Of a machine that has gone silent the database learns from these, within half a minute. */
  private static final String NOTICES_SILENCE = "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";
  private static final String NOT_IN_TIME = "55P03";

  private AdvisoryLocks() {}

  /**
   * Takes a lock.
   *
   * @return whether it was had in time
   */
  public static boolean take(Connection connection, String name, Duration patience) throws SQLException {
    return take(connection, "pg_advisory_lock", name, patience);
  }

  /**
   * Takes a lock that the end of the connection's transaction frees.
   *
   * @return whether it was had in time
   */
  static boolean takeForTransaction(Connection connection, String name, Duration patience)
      throws SQLException {
    return take(connection, "pg_advisory_xact_lock", name, patience);
  }

  private static boolean take(Connection connection, String function, String name, Duration patience)
      throws SQLException {
    execute(connection, NOTICES_SILENCE);
    execute(connection, "SET lock_timeout = " + patience.toMillis());
    try (PreparedStatement take = connection.prepareStatement("SELECT " + function + "(" + KEY + ")")) {
      take.setString(1, name);
      take.execute();
      execute(connection, "SET lock_timeout = 0");
      return true;
    } catch (SQLException e) {
      if (NOT_IN_TIME.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  /** Takes a lock if it is free, and tells whether it was. */
  public static boolean takeIfFree(Connection connection, String name) throws SQLException {
    execute(connection, NOTICES_SILENCE);
    try (
        PreparedStatement take = connection.prepareStatement("SELECT pg_try_advisory_lock(" + KEY + ")")) {
      take.setString(1, name);
      try (ResultSet row = take.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** Tells whether somebody waits for a lock. */
  public static boolean isAwaited(JdbcClient jdbc, String name) {
    return jdbc.sql("""
        SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objsubid = 2
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND classid = CAST(? AS OID) AND objid = CAST(hashtext(current_schema() || '/' || ?) AS OID))""")
        .param(OURS).param(name).query(Boolean.class).single();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
