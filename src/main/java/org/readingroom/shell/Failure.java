package org.readingroom.shell;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
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
    return plain(thrown).orElseGet(() -> {
      Throwable root = chain(thrown).stream().reduce(thrown, (outer, inner) -> inner);
      return switch (root) {
        case AccessDeniedException denied -> "There is no permission to use " + denied.getFile() + ".";
        case NoSuchFileException missing -> "There is no file " + missing.getFile() + ".";
        case FileSystemException broken ->
          "Cannot use " + broken.getFile() + ": " + reason(broken.getReason());
        case IOException broken -> "Reading or writing failed: " + reason(broken.getMessage());
        case OutOfMemoryError full -> "The memory is used up; READING_ROOM_OPTS=-Xmx1g gives more.";
        default -> "Something unforeseen happened (" + root.getClass().getSimpleName()
            + "); the log tells more.";
      };
    });
  }

  /** Tells whether the sentence says all there is, so that nothing need be logged. */
  static boolean isPlain(Throwable thrown) {
    return plain(thrown).isPresent();
  }

  private static Optional<String> plain(Throwable thrown) {
    Set<Throwable> chain = chain(thrown);
    boolean starting = find(thrown, BeansException.class).isPresent();
    return chain.stream().filter(cause -> cause.getClass().getName().startsWith(OURS))
        .map(Throwable::getMessage).filter(Objects::nonNull).findFirst()
        .or(() -> chain.stream().filter(cause -> starting && isThrownByUs(cause))
            .map(cause -> "A setting is not possible: " + cause.getMessage() + ".").findFirst())
        .or(() -> chain.stream().flatMap(cause -> known(cause).stream()).findFirst());
  }

  /** Tells whether our own code found a value impossible, as the records of settings do. */
  private static boolean isThrownByUs(Throwable cause) {
    return cause instanceof IllegalArgumentException && cause.getStackTrace().length > 0
        && cause.getStackTrace()[0].getClassName().startsWith(OURS);
  }

  private static Optional<String> known(Throwable cause) {
    return Optional.ofNullable(switch (cause) {
      case PortInUseException port -> "Port " + port.getPort() + " is in use; choose another with --port.";
      case java.net.BindException refused ->
        "The server cannot listen there: " + reason(refused.getMessage());
      case InvalidConfigurationPropertyValueException invalid ->
        "The setting " + invalid.getName() + " cannot be “" + invalid.getValue() + "”.";
      case BindException bind -> bind.getProperty() == null
          ? "The setting " + bind.getName() + " cannot be read."
          : "The setting " + bind.getProperty().getName() + " cannot be “" + bind.getProperty().getValue()
              + "”.";
      case TypeMismatchException mismatch -> "A setting cannot be “" + mismatch.getValue() + "”.";
      default -> null;
    });
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
