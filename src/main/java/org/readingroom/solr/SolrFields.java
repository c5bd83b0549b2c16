package org.readingroom.solr;

import org.readingroom.index.Fields;

/** Names the fields of the schema beside those of {@link Fields}; a record is a passage, the lock or the mark. */
final class SolrFields {

  /** The passage's place in its document. */
  static final String ORDINAL = "ordinal";
  /** Who holds the lock. */
  static final String HOLDER = "holder";
  /** Until when it is held, in milliseconds since 1970. */
  static final String EXPIRES = "expires";
  static final String VERSION = "_version_";

  private SolrFields() {}
}
