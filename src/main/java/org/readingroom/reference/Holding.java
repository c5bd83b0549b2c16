package org.readingroom.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.OneLine;

/**
 * Says where the original is kept.
 *
 * @param citation the archival citation as printed, without a stop at its end; null if there is none
 * @param archive the archive alone, where the citation names one
 * @param location where in the archive: fond, opis, delo, papka, pages
 */
record Holding(@Nullable String citation, @Nullable String archive, @Nullable String location) {

  private static final Pattern IN_ARCHIVE = Pattern
      .compile("(?<archive>[^,]*?(?:\\([^)]*\\))?)[.,]?\\s+(?<location>(?:F\\.|Fond\\b|Copy in\\b).*)");

  static Holding of(@Nullable String source) {
    if (source == null) {
      return new Holding(null, null, null);
    }
    String line = OneLine.of(source);
    String citation = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    Matcher parts = IN_ARCHIVE.matcher(citation);
    return parts.matches()
        ? new Holding(citation, parts.group("archive"), parts.group("location"))
        : new Holding(citation, null, null);
  }
}
