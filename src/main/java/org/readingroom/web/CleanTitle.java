package org.readingroom.web;

import org.jspecify.annotations.Nullable;
import org.readingroom.reply.Visible;

/** Reads titles that people give. */
final class CleanTitle {

  private CleanTitle() {}

  /** Returns a title on one line, or ends the request with 400 where it cannot be one. */
  static String of(@Nullable String given, int most) {
    String clean = given == null ? "" : given.strip().replaceAll("\\s+", " ");
    if (!Visible.isIn(clean) || clean.length() > most || !Visible.isWhole(clean)
        || clean.chars().anyMatch(Character::isISOControl)) {
      throw Problem.INVALID_VALUE.exception("title is a text of 1 to " + most + " characters.");
    }
    return clean;
  }
}
