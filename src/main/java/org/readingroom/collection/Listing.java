package org.readingroom.collection;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds one entry of the collection's list of documents, the authority for number, date and title.
 *
 * @param title the title, folded, without date, classification and final full stop
 */
record Listing(int number, DocumentDate date, String title, @Nullable String classification) {

  private static final Pattern GENRE = Pattern.compile(
      "(?i)\\b(minutes|draft|directive|decree|statement|telegram|cable|record|letter|memorandum|note|report)\\b");

  /** Returns the kind of record that the title's first word for one says. */
  Kind kind() {
    Matcher genre = GENRE.matcher(title);
    return genre.find() ? Kind.of(genre.group(1)).orElse(Kind.OTHER) : Kind.OTHER;
  }

  /** Returns the day to decide by who held an office. */
  LocalDate day() {
    return date.sortDay();
  }
}
