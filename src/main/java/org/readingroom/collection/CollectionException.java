package org.readingroom.collection;

/** Says in one plain sentence why a collection cannot be read. */
public class CollectionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CollectionException(String message) {
    super(message);
  }

  public CollectionException(String message, Throwable cause) {
    super(message, cause);
  }
}
