package org.readingroom.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.collection.Document;
import org.readingroom.collection.Origin;
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

    jdbc.sql(
        """
            INSERT INTO file (collection, path, location, place, size, modified, status, message, sha256, media_type, pages,
              pages_without_text, reader)
            VALUES ('papers', 'a.pdf', '/a.pdf', '/', 1, 1, 'indexed', '', '', 'application/pdf', 1, '[]', '1')""")
        .update();
    String whole = """
        {"collection": "papers", "number": 7, "title": "A survey", "date": {"label": ""}, "kind": "OTHER",
         "text": "Effi-cient.", "sha256": "00", "paragraphs": [
           {"start": 0, "end": 11, "role": "BODY", "firstLine": 1, "lastLine": 1}], "lines": [],
         "origin": {"path": "a.pdf", "mediaType": "application/pdf", "authors": ["A. Writer"], "recognized": false,
           "pages": [{"number": 1, "label": "i", "start": 0, "end": 11}],
           "sections": [{"start": 0, "headings": ["Results"]}], "hyphens": [4]}}""";
    jdbc.sql("INSERT INTO document (collection, number, path, part, body, layout) VALUES (?, ?, ?, ?, ?, ?)")
        .params("papers", 7, "a.pdf", "", Packed.pack(whole.getBytes(StandardCharsets.UTF_8)), new byte[0])
        .update();

    LibraryRows rows = LibraryDatabase.open(file, Duration.ofSeconds(1));

    assertThat(rows.title("papers")).contains("My papers");
    assertThat(rows.descriptions("papers")).isEmpty();
    assertThat(jdbc.sql("PRAGMA user_version").query(Integer.class).single()).isEqualTo(4);
    Document document = rows.document("papers", 7).orElseThrow();
    assertThat(document.card().origin())
        .isEqualTo(new Origin("a.pdf", "application/pdf", List.of("A. Writer"), null, null, null, false, 1));
    assertThat(document.length()).isEqualTo(11);
    assertThat(document.text()).isEqualTo("Effi-cient.");
    assertThat(document.paragraphs()).hasSize(1);
    assertThat(document.page(3)).contains(new Origin.Page(1, "i", 0, 11));
    assertThat(document.headings(3)).containsExactly("Results");
    assertThat(document.body().hyphens()).containsExactly(4);
  }
}
