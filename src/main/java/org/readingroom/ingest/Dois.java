package org.readingroom.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds DOIs. */
final class Dois {

  private static final Pattern DOI = Pattern.compile("\\b10\\.\\d{4,9}/[^\\s\"<>{}|]+");
  private static final Pattern NAMED = Pattern
      .compile("(?i)\\bdoi(?:\\.org/|:|\\s)\\s*(10\\.\\d{4,9}/[^\\s\"<>{}|]+)");

  private Dois() {}

  /** Returns the DOI in what is said to be one, or null. */
  static @Nullable String find(@Nullable String text) {
    return text == null ? null : trimmed(DOI.matcher(text), 0);
  }

  /** Returns the DOI that a text's first page names as one, or null. */
  static @Nullable String named(String text) {
    return trimmed(NAMED.matcher(text), 1);
  }

  private static @Nullable String trimmed(Matcher matcher, int group) {
    return matcher.find() ? matcher.group(group).replaceFirst("[.,;:)\\]]+$", "") : null;
  }
}
