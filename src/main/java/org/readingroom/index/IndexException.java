package org.readingroom.index;

import java.nio.file.FileSystemException;

/** Says in one plain sentence why the index cannot be opened, built or searched. */
public class IndexException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IndexException(String message) {
    super(message);
  }

  public IndexException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Puts what went wrong while an index was opened or built into a sentence. */
  public static IndexException of(String place, Throwable thrown) {
    Throwable root = thrown;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof IndexException said) {
        return said;
      }
      root = cause;
    }
    return new IndexException(sentence(place, root), thrown);
  }

  private static String sentence(String place, Throwable root) {
    String message = root.getMessage() == null ? root.toString() : root.getMessage();
    if (root instanceof OutOfMemoryError) {
      return "There is too little memory to build the index; READING_ROOM_OPTS=-Xmx1g gives more.";
    }
    if (message.contains("No space left") || message.contains("quota exceeded")) {
      return "There is no space left for the index in " + place + ".";
    }
    if (root instanceof FileSystemException file) {
      String why = file.getReason() == null ? "" : " (" + file.getReason() + ")";
      return "The index cannot be written to " + place + why
          + "; set READING_ROOM_HOME to a folder that can be.";
    }
    return "The index in " + place + " cannot be built: " + message + (message.endsWith(".") ? "" : ".");
  }

  /** Returns the sentence. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
