package org.readingroom.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.readingroom.database.SqliteFile;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the database of the library and makes its tables where there are none. */
final class LibraryDatabase {

  private static final int VERSION = 1;

  private LibraryDatabase() {}

  /**
   * Opens the database.
   *
   * @throws LibraryException if it cannot be opened, or is of a later version of the program
   */
  static LibraryRows open(SqliteFile file, Duration patience) {
    try {
      DataSource source = file.dataSource(patience);
      int version = version(source);
      if (version > VERSION) {
        throw new LibraryException("The library " + file.path() + " is of a later version of Reading Room.");
      }
      if (version < VERSION) {
        file.alone(patience, () -> {
          if (version(source) < VERSION) {
            create(source);
          }
          return file;
        });
      }
      return new LibraryRows(source);
    } catch (DataAccessException | UncheckedIOException e) {
      throw new LibraryException("The library " + file.path() + " cannot be opened.", e);
    }
  }

  private static int version(DataSource source) {
    return JdbcClient.create(source).sql("PRAGMA user_version").query(Integer.class).single();
  }

  private static void create(DataSource source) {
    JdbcClient jdbc = JdbcClient.create(source);
    new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(status -> {
      for (String statement : schema().split(";\\s*(?:\n|$)")) {
        jdbc.sql(statement).update();
      }
    });
  }

  private static String schema() {
    try (InputStream in = LibraryDatabase.class.getResourceAsStream("/db/library/schema.sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
