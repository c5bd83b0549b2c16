package org.readingroom.collection;

import org.jspecify.annotations.Nullable;

/**
 * Holds what is known of a document besides its text: enough to list, filter and name it.
 *
 * @param collection the id of the collection, such as {@code nkidp-korean-war}
 * @param number the document's number in its collection, from 1
 * @param title the title in the collection's own list, without date and classification
 * @param classification the classification printed with the title, such as {@code Top Secret}
 * @param date when it was written, as exactly as the collection says
 * @param from who wrote it, in the form the authority file prefers
 * @param to to whom it was written, in the form the authority file prefers
 * @param source the archival citation as printed, without brackets and translator
 * @param translator who translated it, where the text says so
 * @param sha256 the SHA-256 of the canonical text in UTF-8, in lower-case hexadecimal
 * @param length the length of the canonical text, in UTF-16 code units
 * @param state tells texts and layouts apart where a text may be replaced, or its file read otherwise; empty where not
 * @param origin what is known of a document with a file of its own; null for a part of a printed collection
 */
public record DocumentCard(String collection, int number, String title, @Nullable String classification,
    DocumentDate date, Kind kind, @Nullable String from, @Nullable String to, @Nullable String source,
    @Nullable String translator, String sha256, int length, String state, @Nullable Origin origin) {

  public DocumentCard {
    if (number < 1) {
      throw new IllegalArgumentException("a document's number starts at 1, not " + number);
    }
  }

  /** Returns the card with another number. */
  public DocumentCard withNumber(int other) {
    return new DocumentCard(collection, other, title, classification, date, kind, from, to, source,
        translator, sha256, length, state, origin);
  }

  /** Returns the card with another origin. */
  public DocumentCard withOrigin(@Nullable Origin other) {
    return new DocumentCard(collection, number, title, classification, date, kind, from, to, source,
        translator, sha256, length, state, other);
  }
}
