package org.readingroom.search;

import java.time.LocalDate;
import java.util.List;
import org.readingroom.passage.Span;

/**
 * Is a date that a text names.
 *
 * @param span where it stands in the text
 * @param from its first day, in the year given or, where {@code yearKnown} is false, in {@link #NO_YEAR}
 * @param to its last day
 * @param yearKnown whether the text gives the year
 */
public record DateExpression(Span span, LocalDate from, LocalDate to, boolean yearKnown) {

  /** Stands for a year that is not given: a leap year, so that it has every day. */
  public static final int NO_YEAR = 2000;

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

  /** Tells whether two expressions name the same days; of a day one of them may leave the year out. */
  boolean isSame(DateExpression other) {
    return yearKnown == other.yearKnown
        ? from.equals(other.from) && to.equals(other.to)
        : isDay() && other.isDay() && in(NO_YEAR).from.equals(other.in(NO_YEAR).from);
  }

  /** Returns the same days, beginning in a year that is then known. */
  public DateExpression in(int year) {
    LocalDate end = to.withYear(year + to.getYear() - from.getYear());
    boolean month = from.getDayOfMonth() == 1 && to.getDayOfMonth() == to.lengthOfMonth();
    return new DateExpression(span, from.withYear(year),
        month ? end.withDayOfMonth(end.lengthOfMonth()) : end, true);
  }

  /** Returns the same days without their year; a winter is the end of a year and the beginning. */
  private List<DateExpression> withoutYear() {
    LocalDate newYear = LocalDate.of(NO_YEAR, 1, 1);
    LocalDate newYearsEve = LocalDate.of(NO_YEAR, 12, 31);
    if (!to.isBefore(from.plusYears(1).minusDays(1))) {
      return List.of(new DateExpression(span, newYear, newYearsEve, false));
    }
    LocalDate first = from.withYear(NO_YEAR);
    LocalDate last = to.withYear(NO_YEAR);
    return first.isAfter(last)
        ? List.of(new DateExpression(span, first, newYearsEve, false),
            new DateExpression(span, newYear, last, false))
        : List.of(new DateExpression(span, first, last, false));
  }
}
