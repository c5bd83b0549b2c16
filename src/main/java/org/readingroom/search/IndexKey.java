package org.readingroom.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Document;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;

/** Computes the key of an index: two indexes of one key hold the same. */
final class IndexKey {

  /** Is raised when the form of the index changes, or how its terms are made. */
  private static final int FORMAT = 4;

  private IndexKey() {}

  /** Returns the key for passages as they were parsed, cut and embedded, with the names in them. */
  static String of(List<Passage> passages, Authority authority, Chunking chunking, String model) {
    StringBuilder parts = new StringBuilder().append(vectors(model)).append('\n')
        .append(chunking.words()).append(' ').append(chunking.overlap()).append('\n');
    for (Passage passage : passages) {
      Document document = passage.document();
      if (passage.ordinal() == 0) {
        parts.append(document.id()).append(' ').append(document.sha256()).append(' ').append(document.kind())
            .append(' ').append(document.date().iso()).append(' ').append(passage.header()).append('\n');
      }
      parts.append(passage.span().start()).append('-').append(passage.span().end()).append('\n');
    }
    for (Authority.Entry entry : authority.entries()) {
      parts.append(entry.name()).append(entry.variants()).append('\n');
    }
    return sha256(parts.toString());
  }

  /** Names the kind of vectors that a model makes: those of one kind can be put into one index. */
  static String vectors(String model) {
    return FORMAT + " " + model;
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
