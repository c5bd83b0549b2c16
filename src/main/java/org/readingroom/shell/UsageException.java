package org.readingroom.shell;

/** Says in one plain sentence why a command line is not understood. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
