package org.readingroom.evaluation;

import java.nio.file.Path;

/** Says in one plain sentence, with the line, why a set or a report cannot be read. */
public final class MalformedSetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedSetException(String message) {
    super(message);
  }

  MalformedSetException(String message, Throwable cause) {
    super(message, cause);
  }

  MalformedSetException(Path file, int line, String message) {
    super(file + ", line " + line + ": " + message);
  }
}
