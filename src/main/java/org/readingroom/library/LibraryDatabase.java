package org.readingroom.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.readingroom.database.SqliteFile;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the database of the library and makes its tables, or changes those of an earlier version. */
final class LibraryDatabase {

  /** What makes the tables, and then each change of them. */
  private static final List<String> SCHEMAS = List.of("/db/library/schema.sql", "/db/library/schema-2.sql",
      "/db/library/schema-3.sql", "/db/library/schema-4.sql");
  /** With how many schemas a document has a card of its own. */
  private static final int CARDS = 3;
  private static final int VERSION = SCHEMAS.size();

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
          for (int now = version(source); now < VERSION; now++) {
            upgrade(now, source);
          }
          return file;
        });
      }
      return new LibraryRows(source, Locations.PLAIN);
    } catch (DataAccessException | UncheckedIOException e) {
      throw new LibraryException("The library " + file.path() + " cannot be opened.", e);
    }
  }

  private static int version(DataSource source) {
    return JdbcClient.create(source).sql("PRAGMA user_version").query(Integer.class).single();
  }

  private static void upgrade(int version, DataSource source) {
    JdbcClient jdbc = JdbcClient.create(source);
    new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(status -> {
      for (String statement : text(SCHEMAS.get(version)).split(";\\s*(?:\n|$)")) {
        jdbc.sql(statement).update();
      }
      if (version + 1 == CARDS) {
        divide(jdbc);
      }
    });
  }

  /** Gives documents that were kept as one a card and a body. */
  private static void divide(JdbcClient jdbc) {
    for (Map<String, Object> row : jdbc.sql("SELECT collection, number FROM document").query().listOfRows()) {
      DocumentJson.Parts parts = jdbc
          .sql("SELECT body, layout FROM document WHERE collection = ? AND number = ?")
          .param(row.get("collection")).param(row.get("number"))
          .query((kept, at) -> DocumentJson.parts(kept.getBytes("body"), kept.getBytes("layout"))).single();
      jdbc.sql("UPDATE document SET card = ?, state = ?, body = ? WHERE collection = ? AND number = ?")
          .param(DocumentJson.of(parts.card())).param(parts.card().state()).param(parts.body())
          .param(row.get("collection")).param(row.get("number")).update();
    }
  }

  private static String text(String schema) {
    try (InputStream in = LibraryDatabase.class.getResourceAsStream(schema)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
