package org.readingroom.ingest;

import org.jspecify.annotations.Nullable;

/** Says that a file needs a password, or another. */
final class Passwords {

  private Passwords() {}

  static ParsingException needed(@Nullable String given) {
    return new ParsingException(FileStatus.PASSWORD_NEEDED,
        given == null ? "The file opens only with a password." : "The password does not open the file.");
  }
}
