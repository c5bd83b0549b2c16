package org.readingroom.search;

import java.time.LocalDate;
import java.util.List;
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
    return withoutYear().stream().anyMatch(one -> other.withoutYear().stream()
        .anyMatch(two -> !one.from.isAfter(two.to) && !two.from.isAfter(one.to)));
  }

  /** Returns the same days of 1950; a winter is the end of that year and the beginning. */
  private List<DateExpression> withoutYear() {
    LocalDate first = from.withYear(1950);
    LocalDate last = to.withYear(1950);
    return first.isAfter(last)
        ? List.of(new DateExpression(span, first, LocalDate.of(1950, 12, 31), false),
            new DateExpression(span, LocalDate.of(1950, 1, 1), last, false))
        : List.of(new DateExpression(span, first, last, false));
  }
}
