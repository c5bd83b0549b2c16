package org.readingroom.doctor;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Is what was found out about one thing.
 *
 * @param subject what was looked at, in a word or two
 * @param says how it is, in one sentence
 * @param remedy what to do, in one sentence; null where there is nothing to do
 */
public record Finding(String subject, Level level, String says, @Nullable String remedy) {

  /** Says how bad it is. */
  public enum Level {
    /** It works. */
    @JsonProperty("ok")
    OK,
    /** It works, but not as it might be meant. */
    @JsonProperty("warning")
    WARNING,
    /** Something would fail. */
    @JsonProperty("error")
    ERROR
  }

  static Finding ok(String subject, String says) {
    return new Finding(subject, Level.OK, says, null);
  }

  static Finding warning(String subject, String says, String remedy) {
    return new Finding(subject, Level.WARNING, says, remedy);
  }

  static Finding error(String subject, String says, String remedy) {
    return new Finding(subject, Level.ERROR, says, remedy);
  }
}
