package org.readingroom.lucene;

import org.readingroom.index.IndexField;

/** Names the fields of the index; every record in it is one passage. */
final class IndexFields {

  /** The passage's id. */
  static final String ID = "id";
  /** What is kept of the passage: its document's number, its ordinal and its sentences. */
  static final String PASSAGE = "passage";
  /** The key of the document as it was indexed, by which it is found out whether it has changed. */
  static final String DOCUMENT = "document";
  /** The number of the document. */
  static final String NUMBER = "number";
  /** The kind of the document. */
  static final String KIND = "kind";
  /** The first and the last day the document may be of, as days since 1970. */
  static final String FROM_DAY = "from_day";
  static final String TO_DAY = "to_day";
  /** The passage's words. */
  static final String TEXT = "text";
  /** The words as they are written, in lower case. */
  static final String WORDS = "words";
  /** The roots of the names. */
  static final String ROOTS = "roots";
  /** The passage's context: title, date, sender, addressee. */
  static final String HEADER = "header";
  /** The vector of header and words together. */
  static final String VECTOR = "vector";
  /** The digest of what was embedded, by which vectors are found again. */
  static final String EMBEDDED = "embedded";

  private IndexFields() {}

  /** Returns the name of a field that is searched by its terms. */
  static String name(IndexField field) {
    return switch (field) {
      case TEXT -> TEXT;
      case HEADER -> HEADER;
      case WORDS -> WORDS;
      case ROOTS -> ROOTS;
    };
  }
}
