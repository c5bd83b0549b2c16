package org.readingroom.library;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.readingroom.bibliography.Description;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentCard;
import org.readingroom.collection.Origin;
import org.readingroom.collection.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the rows of the library. A file is written with its documents in one transaction. */
final class LibraryRows {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<Integer>> NUMBERS = new TypeReference<>() {
  };

  private static final String HOLDING = """
      SELECT id, title, texts, sequence, changed,
        (SELECT count(*) FROM document WHERE collection = id) AS documents,
        (SELECT count(*) FROM file WHERE collection = id) AS files
      FROM collection""";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final DocumentTexts texts;
  private final Locations locations;

  LibraryRows(DataSource source, Locations locations) {
    this.locations = locations;
    this.jdbc = JdbcClient.create(source);
    this.texts = new DocumentTexts(jdbc);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
  }

  /**
   * A document to be kept.
   *
   * @param part its place in its file; empty where it is all of it
   */
  record Kept(String part, DocumentCard card, byte[] body, byte[] layout) {}

  List<Holding> holdings() {
    return jdbc.sql(HOLDING + " ORDER BY id").query(LibraryRows::holding).list();
  }

  Optional<Holding> holding(String collection) {
    return jdbc.sql(HOLDING + " WHERE id = ?").param(collection).query(LibraryRows::holding).optional();
  }

  private static Holding holding(ResultSet row, int number) throws SQLException {
    Profile.Texts texts = texts(row);
    return new Holding(row.getString("id"), title(row.getString("title"), texts), texts.publisher(),
        texts.examples(), row.getInt("documents"), row.getInt("files"), row.getLong("sequence"),
        Instant.ofEpochMilli(row.getLong("changed")));
  }

  /** Returns the title that a collection gives itself, or else was given. */
  private static String title(String given, Profile.Texts texts) {
    return texts.title().isEmpty() ? given : texts.title();
  }

  Optional<String> title(String collection) {
    return jdbc.sql("SELECT title, texts FROM collection WHERE id = ?").param(collection)
        .query((row, number) -> title(row.getString("title"), texts(row))).optional();
  }

  /** Returns what a collection says of itself. */
  Profile profile(String collection) {
    return jdbc.sql("SELECT texts, names FROM collection WHERE id = ?").param(collection)
        .query((row, number) -> new Profile(texts(row), names(row.getString("names")))).optional()
        .orElse(Profile.NONE);
  }

  /** Writes what a collection says of itself. */
  void describe(String collection, Profile profile, long now) {
    transaction.executeWithoutResult(status -> {
      jdbc.sql("UPDATE collection SET texts = ?, names = ? WHERE id = ?")
          .param(storable(JSON.writeValueAsString(profile.texts())))
          .param(storable(JSON.writeValueAsString(profile.authority()))).param(collection).update();
      touch(collection, now);
    });
  }

  private static Profile.Texts texts(ResultSet row) throws SQLException {
    String json = row.getString("texts");
    return json == null ? Profile.Texts.NONE : JSON.readValue(json, Profile.Texts.class);
  }

  private static Authority names(@Nullable String json) {
    return json == null ? Profile.NONE.authority() : JSON.readValue(json, Authority.class);
  }

  /** Returns the sequences of all collections, by their ids. */
  Map<String, Long> sequences() {
    Map<String, Long> sequences = new HashMap<>();
    jdbc.sql("SELECT id, sequence FROM collection").query(row -> {
      sequences.put(row.getString("id"), row.getLong("sequence"));
    });
    return sequences;
  }

  Optional<Long> sequence(String collection) {
    return jdbc.sql("SELECT sequence FROM collection WHERE id = ?").param(collection).query(Long.class)
        .optional();
  }

  List<Path> places(String collection) {
    return jdbc.sql("SELECT location FROM place WHERE collection = ? ORDER BY location").param(collection)
        .query((row, number) -> Path.of(locations.here(row.getString("location")))).list();
  }

  /**
   * Makes a collection unless it is there, and tells whether it was made. Its sequence begins above that of any of its
   * id that was removed.
   */
  boolean create(String id, String title, long now) {
    return jdbc.sql(
        "INSERT INTO collection (id, title, sequence, changed) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
        .param(id).param(storable(title)).param(now).param(now).update() > 0;
  }

  boolean delete(String id) {
    return Boolean.TRUE.equals(transaction.execute(status -> {
      boolean was = jdbc.sql("DELETE FROM collection WHERE id = ?").param(id).update() > 0;
      texts.forgetReplaced(id);
      return was;
    }));
  }

  void addPlace(String collection, Path place) {
    jdbc.sql("INSERT INTO place (collection, location) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .param(collection).param(locations.kept(place.toString())).update();
  }

  void removePlace(String collection, Path place) {
    jdbc.sql("DELETE FROM place WHERE collection = ? AND location = ?").param(collection)
        .param(locations.kept(place.toString())).update();
  }

  /** Returns where the files are that are left out of a collection. */
  Set<String> leftOut(String collection) {
    return Set.copyOf(jdbc.sql("SELECT location FROM left_out WHERE collection = ?").param(collection)
        .query((row, number) -> locations.here(row.getString("location"))).list());
  }

  void leaveOut(String collection, String location) {
    jdbc.sql("INSERT INTO left_out (collection, location) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .param(collection).param(locations.kept(location)).update();
  }

  void takeIn(String collection, String location) {
    jdbc.sql("DELETE FROM left_out WHERE collection = ? AND location = ?").param(collection)
        .param(locations.kept(location)).update();
  }

  List<FileRecord> files(String collection) {
    return jdbc.sql("SELECT * FROM file WHERE collection = ? ORDER BY path").param(collection)
        .query((row, number) -> file(row)).list();
  }

  /** Returns the numbers of the documents of each file, by its path. */
  Map<String, List<Integer>> numbersByPath(String collection) {
    Map<String, List<Integer>> numbers = new HashMap<>();
    jdbc.sql("SELECT path, number FROM document WHERE collection = ? ORDER BY number").param(collection)
        .query(row -> {
          numbers.computeIfAbsent(row.getString("path"), path -> new java.util.ArrayList<>())
              .add(row.getInt("number"));
        });
    return numbers;
  }

  /** Lets go of the texts that were replaced before a time. */
  void forgetReplaced(long before) {
    texts.forgetReplaced(before);
  }

  /** Returns the documents of a collection in the order of their numbers, without reading their texts. */
  List<Document> documents(String collection) {
    return jdbc.sql("SELECT card, description FROM document WHERE collection = ? ORDER BY number")
        .param(collection)
        .query((row, number) -> document(row)).list();
  }

  Optional<Document> document(String collection, int number) {
    return jdbc.sql("SELECT card, description FROM document WHERE collection = ? AND number = ?")
        .param(collection).param(number).query((row, at) -> document(row)).optional();
  }

  /** Returns the layout of a document; nothing where another text took its place long ago. */
  Optional<byte[]> layout(Document document) {
    return texts.layout(document.card());
  }

  /** Returns the file that a document was read from. */
  Optional<FileRecord> file(String collection, int number) {
    return jdbc
        .sql("SELECT file.* FROM document JOIN file USING (collection, path)"
            + " WHERE document.collection = ? AND document.number = ?")
        .param(collection).param(number).query((row, at) -> file(row)).optional();
  }

  Optional<FileRecord> file(String collection, String path) {
    return jdbc.sql("SELECT * FROM file WHERE collection = ? AND path = ?").param(collection).param(path)
        .query((row, at) -> file(row)).optional();
  }

  /** Returns the card of the document that is all of a file, as the file itself has it. */
  Optional<DocumentCard> own(String collection, String path) {
    return jdbc.sql("SELECT card FROM document WHERE collection = ? AND path = ? AND part = ''")
        .param(collection).param(path).query((row, at) -> own(row)).optional();
  }

  /** Returns what bibliographies say of files, by the path of the file. */
  Map<String, Description> descriptions(String collection) {
    Map<String, Description> descriptions = new HashMap<>();
    jdbc.sql("SELECT path, description FROM document WHERE collection = ? AND description IS NOT NULL")
        .param(collection).query(row -> {
          descriptions.put(row.getString("path"), description(row.getString("description")));
        });
    return descriptions;
  }

  /** Writes what bibliographies say of the document that is all of a file; of a file of many they say nothing. */
  void describe(String collection, String path, @Nullable Description description, long now) {
    transaction.executeWithoutResult(status -> own(collection, path).ifPresent(own -> {
      DocumentCard described = Described.card(own, description);
      jdbc.sql("UPDATE document SET description = ? WHERE collection = ? AND number = ?")
          .param(description == null ? null : JSON.writeValueAsString(description)).param(collection)
          .param(own.number()).update();
      jdbc.sql(
          "UPDATE file SET title = ?, language = ? WHERE collection = ? AND (path = ? OR duplicate_of = ?)")
          .param(storable(described.title()))
          .param(described.origin() == null ? null : described.origin().language()).param(collection)
          .param(path).param(path).update();
      touch(collection, now);
    }));
  }

  /**
   * Writes a file and its documents, which keep the numbers that documents of the same parts had.
   *
   * @param description what bibliographies say of the document that is all of the file
   */
  void save(String collection, FileRecord file, List<Kept> documents, @Nullable Description description,
      long now) {
    transaction.executeWithoutResult(status -> {
      Map<String, Integer> before = new HashMap<>();
      jdbc.sql("SELECT part, number FROM document WHERE collection = ? AND path = ?").param(collection)
          .param(file.path()).query(row -> {
            before.put(row.getString("part"), row.getInt("number"));
          });
      jdbc.sql("DELETE FROM file WHERE collection = ? AND path = ?").param(collection).param(file.path())
          .update();
      insert(collection, file);
      for (Kept kept : documents) {
        Integer number = before.get(kept.part());
        insert(collection, file.path(), kept, number == null ? nextNumber(collection) : number);
      }
      texts.forgetPresent(collection);
      if (description != null) {
        describe(collection, file.path(), description, now);
      }
      touch(collection, now);
    });
  }

  /** Writes what has changed of a file whose content and documents have not. */
  void move(String collection, String oldPath, FileRecord file, long now) {
    transaction.executeWithoutResult(status -> {
      jdbc.sql(
          "UPDATE file SET path = ?, location = ?, place = ?, size = ?, modified = ? WHERE collection = ? AND path = ?")
          .param(file.path()).param(locations.kept(file.location())).param(locations.kept(file.place()))
          .param(file.size()).param(file.modified())
          .param(collection).param(oldPath).update();
      if (!oldPath.equals(file.path())) {
        rename(collection, file.path());
        touch(collection, now);
      }
    });
  }

  /** Has the documents of a file tell its path. */
  private void rename(String collection, String path) {
    List<DocumentCard> cards = jdbc.sql("SELECT card FROM document WHERE collection = ? AND path = ?")
        .param(collection).param(path).query((row, number) -> own(row)).list();
    for (DocumentCard card : cards) {
      Origin origin = card.origin();
      jdbc.sql("UPDATE document SET card = ? WHERE collection = ? AND number = ?")
          .param(DocumentJson.of(card.withOrigin(origin == null ? null : origin.at(path)))).param(collection)
          .param(card.number()).update();
    }
  }

  void remove(String collection, String path, long now) {
    transaction.executeWithoutResult(status -> {
      jdbc.sql("DELETE FROM file WHERE collection = ? AND path = ?").param(collection).param(path).update();
      touch(collection, now);
    });
  }

  private void insert(String collection, FileRecord file) {
    jdbc.sql(
        """
            INSERT INTO file (collection, path, location, place, size, modified, status, message, sha256, media_type,
              title, language, pages, pages_without_text, duplicate_of, reader)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .param(collection).param(file.path())
        .param(locations.kept(file.location())).param(locations.kept(file.place())).param(file.size())
        .param(file.modified()).param(file.status()).param(storable(file.message())).param(file.sha256())
        .param(storable(file.mediaType())).param(storable(file.title())).param(storable(file.language()))
        .param(file.pages())
        .param(JSON.writeValueAsString(file.pagesWithoutText())).param(file.duplicateOf())
        .param(file.reader()).update();
  }

  private void insert(String collection, String path, Kept kept, int number) {
    jdbc.sql(
        "INSERT INTO document (collection, number, path, part, card, state, body, layout) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .param(collection).param(number).param(path).param(kept.part())
        .param(DocumentJson.of(kept.card().withNumber(number))).param(kept.card().state())
        .param(kept.body()).param(kept.layout()).update();
  }

  private int nextNumber(String collection) {
    jdbc.sql("UPDATE collection SET last_number = last_number + 1 WHERE id = ?").param(collection).update();
    return jdbc.sql("SELECT last_number FROM collection WHERE id = ?").param(collection).query(Integer.class)
        .single();
  }

  private void touch(String collection, long now) {
    jdbc.sql("UPDATE collection SET sequence = sequence + 1, changed = ? WHERE id = ?").param(now)
        .param(collection).update();
  }

  private Document document(ResultSet row) throws SQLException {
    return texts.of(Described.card(own(row), description(row.getString("description"))));
  }

  private static DocumentCard own(ResultSet row) throws SQLException {
    return DocumentJson.card(row.getString("card"));
  }

  /** Returns a text without what PostgreSQL takes in no text. */
  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : text.replace("\u0000", "");
  }

  private static @Nullable Description description(@Nullable String json) {
    return json == null ? null : JSON.readValue(json, Description.class);
  }

  private FileRecord file(ResultSet row) throws SQLException {
    return new FileRecord(row.getString("path"), locations.here(row.getString("location")),
        locations.here(row.getString("place")), row.getLong("size"), row.getLong("modified"),
        row.getString("status"), row.getString("message"),
        row.getString("sha256"), row.getString("media_type"), row.getString("title"),
        row.getString("language"), row.getInt("pages"),
        JSON.readValue(row.getString("pages_without_text"), NUMBERS), row.getString("duplicate_of"),
        row.getString("reader"));
  }
}
