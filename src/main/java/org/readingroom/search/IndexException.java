package org.readingroom.search;

/** Says in one plain sentence why the index cannot be opened, built or searched. */
public class IndexException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IndexException(String message) {
    super(message);
  }

  public IndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
