package org.readingroom.mcp;

/** Says in one plain sentence why a tool does not do what it was told. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
