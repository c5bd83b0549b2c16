package org.readingroom.bibliography;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Digital Object Identifiers, with or without an address before them. */
final class Doi {

  private static final Pattern DOI = Pattern.compile("\\b10\\.\\d{4,9}/[^\\s\"<>{}|]+");

  private Doi() {}

  /** Returns the identifier in a text, or null. */
  static @Nullable String in(String text) {
    Matcher found = DOI.matcher(text);
    return found.find() ? found.group().replaceFirst("[.,;:]+$", "") : null;
  }

  /** Returns an identifier as it compares: their case does not count. */
  static String folded(String doi) {
    return doi.toLowerCase(Locale.ROOT);
  }
}
