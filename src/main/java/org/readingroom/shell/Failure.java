package org.readingroom.shell;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** Puts what went wrong into one plain sentence. */
final class Failure {

  private static final String OURS = "org.readingroom.";

  private Failure() {}

  /**
   * Returns the sentence: the program's own words where it has any, for they say what it means to the user,
   * however deep they are wrapped.
   */
  static String sentence(Throwable thrown) {
    for (Throwable cause : chain(thrown)) {
      String message = cause.getMessage();
      if (cause.getClass().getName().startsWith(OURS) && message != null) {
        return message;
      }
      if (cause instanceof PortInUseException port) {
        return "Port " + port.getPort() + " is in use; choose another with --port.";
      }
    }
    Throwable root = chain(thrown).stream().reduce(thrown, (outer, inner) -> inner);
    return switch (root) {
      case AccessDeniedException denied -> "There is no permission to use " + denied.getFile() + ".";
      case NoSuchFileException missing -> "There is no file " + missing.getFile() + ".";
      case FileSystemException broken -> "Cannot use " + broken.getFile() + ": " + reason(broken.getReason());
      case IOException broken -> "Reading or writing failed: " + reason(broken.getMessage());
      case OutOfMemoryError full -> "The memory is used up; READING_ROOM_OPTS=-Xmx1g gives more.";
      default -> "Something unforeseen happened (" + root.getClass().getSimpleName()
          + "); the log tells more.";
    };
  }

  /** Tells whether the sentence says all there is, so that nothing need be logged. */
  static boolean isPlain(Throwable thrown) {
    return chain(thrown).stream()
        .anyMatch(
            cause -> cause instanceof PortInUseException || cause.getClass().getName().startsWith(OURS));
  }

  /** Finds the outermost cause of a type. */
  static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    return chain(thrown).stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Set<Throwable> chain(@Nullable Throwable thrown) {
    Set<Throwable> chain = new LinkedHashSet<>();
    for (Throwable cause = thrown; cause != null && chain.add(cause);) {
      cause = cause.getCause();
    }
    return chain;
  }

  private static String reason(@Nullable String words) {
    return words == null ? "the system does not say why." : words + ".";
  }
}
