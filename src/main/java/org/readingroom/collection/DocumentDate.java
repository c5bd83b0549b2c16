package org.readingroom.collection;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * Says when a document was written: a day, a stretch of days, a bound on one side, or that nobody knows.
 *
 * @param from the first day it may be of; null where only an upper bound is known
 * @param to the last day it may be of; null where only a lower bound is known
 * @param label the date in words, such as {@code 30 January 1950} or {@code after 15 September 1951}
 */
public record DocumentDate(@Nullable LocalDate from, @Nullable LocalDate to, String label) {

  /** Is the date of a document that nobody has dated. */
  public static final DocumentDate UNKNOWN = new DocumentDate(null, null, "undated");

  public DocumentDate {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException(label + " ends before it starts");
    }
  }

  /** Tells whether anything is known of the date. */
  public boolean isKnown() {
    return from != null || to != null;
  }

  /** Returns the date in ISO 8601: a day, a month, a year, an interval, or an interval open on one side. */
  public String iso() {
    if (from == null || to == null) {
      return (from == null ? ".." : from) + "/" + (to == null ? ".." : to);
    }
    if (from.equals(to)) {
      return from.toString();
    }
    YearMonth month = YearMonth.from(from);
    if (from.equals(month.atDay(1)) && to.equals(month.atEndOfMonth())) {
      return month.toString();
    }
    if (from.getDayOfYear() == 1 && to.equals(from.with(TemporalAdjusters.lastDayOfYear()))) {
      return Year.from(from).toString();
    }
    return from + "/" + to;
  }

  /** Tells whether the document may have been written between two days, both included; null is open. */
  public boolean overlaps(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
    return (earliest == null || to == null || !to.isBefore(earliest))
        && (latest == null || from == null || !from.isAfter(latest));
  }

  /** Returns the day to sort by: the first known bound; what is undated comes last. */
  public LocalDate sortDay() {
    LocalDate day = from == null ? to : from;
    return day == null ? LocalDate.MAX : day;
  }
}
