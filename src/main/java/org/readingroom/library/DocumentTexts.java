package org.readingroom.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.stream.Stream;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentBody;
import org.readingroom.collection.DocumentCard;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the texts and layouts of documents, in the state that a card was made for: the present one, or one that was
 * replaced not long ago. Texts asked for last are kept in memory.
 */
final class DocumentTexts {

  /** The characters of text that are kept in memory. */
  private static final long MAX_CACHED = 16_000_000;

  private final JdbcClient jdbc;
  private final Cache<Key, DocumentBody> bodies = Caffeine.newBuilder().maximumWeight(MAX_CACHED)
      .weigher((Key key, DocumentBody body) -> body.text().length()).build();

  DocumentTexts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Names one state of a document. */
  private record Key(String collection, int number, String state) {

    static Key of(DocumentCard card) {
      return new Key(card.collection(), card.number(), card.state());
    }
  }

  /** Returns the document of a card; its text is read when it is asked for. */
  Document of(DocumentCard card) {
    Key key = Key.of(card);
    return new Document(card, () -> bodies.get(key, this::read));
  }

  private DocumentBody read(Key key) {
    return kept("body", key).map(DocumentJson::body).orElseThrow(() -> new LibraryException(
        "The text of document " + key.number() + " of " + key.collection() + " has changed; ask again."));
  }

  /** Returns the layout of a document; nothing where another took its place long ago. */
  Optional<byte[]> layout(DocumentCard card) {
    return kept("layout", Key.of(card));
  }

  private Optional<byte[]> kept(String column, Key key) {
    return Stream.of("document", "replaced").flatMap(table -> jdbc
        .sql("SELECT " + column + " FROM " + table + " WHERE collection = ? AND number = ? AND state = ?")
        .param(key.collection()).param(key.number()).param(key.state()).query(byte[].class).list().stream())
        .findFirst();
  }

  /** Lets go of what is in use again: a file may be read as it was before. */
  void forgetPresent(String collection) {
    jdbc.sql("""
        DELETE FROM replaced WHERE collection = ? AND EXISTS (SELECT 1 FROM document
          WHERE document.collection = replaced.collection AND document.number = replaced.number
            AND document.state = replaced.state)""").param(collection).update();
  }

  /** Lets go of what was replaced before a time. */
  void forgetReplaced(long before) {
    jdbc.sql("DELETE FROM replaced WHERE at < ?").param(before).update();
  }

  /** Lets go of all that was replaced in a collection. */
  void forgetReplaced(String collection) {
    jdbc.sql("DELETE FROM replaced WHERE collection = ?").param(collection).update();
  }
}
