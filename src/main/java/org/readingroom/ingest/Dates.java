package org.readingroom.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the dates that files carry. */
final class Dates {

  private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2}).*",
      Pattern.DOTALL);

  private Dates() {}

  /** Returns the day that a date such as {@code 2019-08-23T10:00:00Z} names; null where it names none. */
  static @Nullable LocalDate parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Matcher matcher = DAY.matcher(text.strip());
    if (!matcher.matches()) {
      return null;
    }
    try {
      return sensible(LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
          Integer.parseInt(matcher.group(3))));
    } catch (DateTimeException e) {
      return null;
    }
  }

  static @Nullable LocalDate of(@Nullable Date date) {
    return date == null
        ? null
        : sensible(Instant.ofEpochMilli(date.getTime()).atZone(ZoneOffset.UTC).toLocalDate());
  }

  static @Nullable LocalDate of(@Nullable Calendar date) {
    return date == null
        ? null
        : sensible(LocalDate.ofInstant(date.toInstant(), date.getTimeZone().toZoneId()));
  }

  /** Rules out what programs write for no date. */
  private static @Nullable LocalDate sensible(LocalDate date) {
    return date.getYear() < 1000 || date.getYear() > 9999 || date.equals(LocalDate.of(1601, 1, 1))
        || date.equals(LocalDate.EPOCH) || date.equals(LocalDate.of(1904, 1, 1)) ? null : date;
  }
}
