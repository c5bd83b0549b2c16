package org.readingroom.search;

import java.time.LocalDate;
import org.readingroom.passage.Span;

/**
 * Is a date that a text names.
 *
 * @param span where it stands in the text
 * @param from its first day, in the year given or, where {@code yearKnown} is false, in 1950
 * @param to its last day
 * @param yearKnown whether the text gives the year
 */
public record DateExpression(Span span, LocalDate from, LocalDate to, boolean yearKnown) {

  boolean isDay() {
    return from.equals(to);
  }

  /** Tells whether two expressions may mean the same time; a year not given matches any. */
  boolean meets(DateExpression other) {
    if (yearKnown && other.yearKnown) {
      return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
    return !from.withYear(1950).isAfter(other.to.withYear(1950))
        && !other.from.withYear(1950).isAfter(to.withYear(1950));
  }
}
