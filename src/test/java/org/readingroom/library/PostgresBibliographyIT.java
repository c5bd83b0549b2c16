package org.readingroom.library;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.readingroom.database.PostgresServer;

/** Describes files of a library in PostgreSQL; where it is not installed the tests are skipped. */
class PostgresBibliographyIT extends BibliographyContract {

  private static PostgresServer server;

  @BeforeAll
  static void start() throws Exception {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Override
  LibrarySettings settings() {
    try {
      return new LibrarySettings(server.database(), "reader", "", null);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
