package org.readingroom.solr;

import org.readingroom.index.IndexException;

/** Is thrown when the search servers answered that they won't do what they were asked. */
final class SolrRefusal extends IndexException {

  private static final long serialVersionUID = 1L;

  private final int code;

  SolrRefusal(int code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** Returns whether somebody else has written the record meanwhile. */
  boolean isConflict() {
    return code == 409;
  }

  /** Returns whether it is what was asked that is wrong, such as a field that the schema does not have. */
  boolean isBadRequest() {
    return code == 400;
  }
}
