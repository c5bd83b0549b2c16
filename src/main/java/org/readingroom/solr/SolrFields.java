package org.readingroom.solr;

import java.util.Locale;
import org.readingroom.index.IndexField;

/** Names the fields of the schema; every record is one passage, a lock or a mark. */
final class SolrFields {

  static final String ID = "id";
  /** What is kept of the passage. */
  static final String PASSAGE = "passage";
  /** The key of the document as it was indexed. */
  static final String DOCUMENT = "document";
  static final String NUMBER = "number";
  static final String ORDINAL = "ordinal";
  static final String KIND = "kind";
  static final String FROM_DAY = "from_day";
  static final String TO_DAY = "to_day";
  static final String VECTOR = "vector";
  /** The digest of what was embedded. */
  static final String EMBEDDED = "embedded";
  /** Who holds a lock, or what a mark says. */
  static final String HOLDER = "holder";
  /** When a lock may be taken over, in milliseconds since 1970; of a mark, the number of passages. */
  static final String EXPIRES = "expires";
  static final String VERSION = "_version_";

  private SolrFields() {}

  static String name(IndexField field) {
    return field.name().toLowerCase(Locale.ROOT);
  }
}
