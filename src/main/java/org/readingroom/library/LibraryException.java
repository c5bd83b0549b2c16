package org.readingroom.library;

import org.jspecify.annotations.Nullable;

/** Says in one sentence why the library cannot do what it was asked to. */
public final class LibraryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  LibraryException(String message) {
    this(message, null);
  }

  LibraryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
