package org.readingroom.library;

/** Says that there is no collection of an id. */
public final class UnknownCollectionException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnknownCollectionException(String id) {
    super("There is no collection “" + id + "”.");
  }
}
