package org.readingroom.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.database.SqliteFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps a library in the data directory. */
class LibraryTests extends LibraryContract {

  @Override
  LibrarySettings settings() {
    return LibrarySettings.EMBEDDED;
  }

  @Test
  void noDatabaseIsMadeForWhoHasNoCollection() {
    assertThat(library.holdings()).isEmpty();
    assertThat(library.document("built-in:1")).isEmpty();
    assertThat(home).doesNotExist();
  }

  @Test
  void aDataDirectoryThatCannotBeWrittenIsNoOtherProcess() throws IOException {
    Files.createDirectories(home);
    Files.createFile(home.resolve("collections"));

    assertThatThrownBy(() -> library.create("papers", "")).isInstanceOf(LibraryException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void aDatabaseThatCannotBeWrittenIsASentence() {
    library.create("papers", "");
    refuse("file", "ROLLBACK"); // As SQLite does where the disk is full.

    assertThatThrownBy(() -> library.add("papers", List.of(papers), UpdateListener.NONE))
        .isInstanceOf(LibraryException.class).hasMessageContaining("library.db cannot be used: ");
  }

  @Test
  void whatIsLeftOfACollectionGoesBeforeAnotherIsMade() throws IOException {
    library.create("others", "");
    Files.createDirectories(library.sent("papers"));
    refuse("collection", "ABORT");

    assertThatThrownBy(() -> library.create("papers", "")).isInstanceOf(LibraryException.class);
    assertThat(library.folder("papers")).doesNotExist();
  }

  private void refuse(String table, String how) {
    JdbcClient.create(new SqliteFile(home.resolve("library")).dataSource(Duration.ofSeconds(1)))
        .sql("CREATE TRIGGER refusing BEFORE INSERT ON " + table + " BEGIN SELECT RAISE(" + how
            + ", 'refused'); END")
        .update();
  }
}
