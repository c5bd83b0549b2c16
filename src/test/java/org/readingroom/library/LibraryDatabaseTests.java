package org.readingroom.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.database.SqliteFile;
import org.springframework.jdbc.core.simple.JdbcClient;

class LibraryDatabaseTests {

  @TempDir
  private Path folder;

  @Test
  void opensALibraryOfTheFirstVersion() throws IOException {
    SqliteFile file = new SqliteFile(folder.resolve("library"));
    JdbcClient jdbc = JdbcClient.create(file.dataSource(Duration.ofSeconds(1)));
    try (InputStream first = getClass().getResourceAsStream("/db/library/schema.sql")) {
      for (String statement : new String(first.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\n")) {
        jdbc.sql(statement).update();
      }
    }
    jdbc.sql("INSERT INTO collection (id, title, changed) VALUES ('papers', 'My papers', 1)").update();

    LibraryRows rows = LibraryDatabase.open(file, Duration.ofSeconds(1));

    assertThat(rows.title("papers")).contains("My papers");
    assertThat(rows.descriptions("papers")).isEmpty();
    assertThat(jdbc.sql("PRAGMA user_version").query(Integer.class).single()).isEqualTo(2);
  }
}
