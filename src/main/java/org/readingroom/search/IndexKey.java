package org.readingroom.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.passage.Chunking;

/** Computes the key of an index: two indexes of one key hold the same. */
final class IndexKey {

  /** Is raised when the form of the index changes. */
  private static final int FORMAT = 1;

  private IndexKey() {}

  /** Returns the key for a collection as it was parsed, cut and embedded. */
  static String of(Collection collection, Chunking chunking, String model) {
    StringBuilder parts = new StringBuilder().append(FORMAT).append('\n').append(model).append('\n')
        .append(chunking).append('\n');
    for (Document document : collection.documents()) {
      parts.append(document.id()).append(' ').append(document.sha256()).append(' ').append(document.title())
          .append(' ').append(document.date()).append(' ').append(document.from()).append(' ')
          .append(document.to()).append(' ').append(document.kind()).append(' ')
          .append(document.paragraphs()).append('\n');
    }
    for (Authority.Entry entry : collection.authority().entries()) {
      parts.append(entry).append('\n');
    }
    return sha256(parts.toString());
  }

  /** Returns the SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
