package org.readingroom.index;

import java.util.Collection;
import java.util.List;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Document;
import org.readingroom.collection.Sha256;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;

/**
 * Tells indexes apart: two of one key hold the same, and in two of one form a document of one key is the same.
 *
 * @param key the SHA-256 of all that the index holds and how it was made, in lower-case hexadecimal
 * @param form the SHA-256 of how it was made
 * @param vectors of what kind the vectors are: those of one kind can be put into one index
 */
public record IndexKey(String key, String form, String vectors) {

  /** Is raised when the form of the index changes, or what of a passage is embedded. */
  private static final int FORMAT = 6;
  /** Is raised when passages are cut or their terms are made in another way; vectors are taken over then. */
  private static final int TERMS = 2;
  /** The digits of a digest by which documents and what was embedded are found again. */
  private static final int SHORT = 32;

  /** Returns the key for documents that are cut and embedded, with the names in them. */
  public static IndexKey of(Collection<Document> documents, Authority authority, Chunking chunking,
      String model) {
    String vectors = FORMAT + " " + model;
    StringBuilder form = new StringBuilder(vectors).append(' ').append(TERMS).append('\n')
        .append(chunking.words()).append(' ')
        .append(chunking.overlap()).append('\n');
    for (Authority.Entry entry : authority.entries()) {
      form.append(entry.name()).append(entry.variants()).append('\n');
    }
    StringBuilder all = new StringBuilder(form);
    documents.forEach(document -> all.append(said(document)).append('\n'));
    return new IndexKey(Sha256.of(all.toString()), Sha256.of(form.toString()), vectors);
  }

  /** Returns the key of a document. */
  public static String of(Document document) {
    return digestOf(said(document));
  }

  /** Returns a short digest of a text, in hexadecimal. */
  public static String digestOf(String text) {
    return Sha256.of(text).substring(0, SHORT);
  }

  /** Returns all that an index says of a document. */
  private static String said(Document document) {
    return String.join(" ",
        List.of(document.id(), document.sha256(), document.card().state(), document.kind().toString(),
            document.date().iso(), Passage.header(document)));
  }
}
