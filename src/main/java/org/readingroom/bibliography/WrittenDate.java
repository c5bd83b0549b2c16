package org.readingroom.bibliography;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.DocumentDate;

/**
 * Reads dates as bibliographies have them: a day, a month or a year, in figures or with the month's English name. What
 * may be read in two ways, such as {@code 05/06/2017}, is no date.
 */
final class WrittenDate {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
      .withLocale(Locale.UK);
  /** What follows a day in figures is its time, or the same in words, as Zotero has it. */
  private static final Pattern FIGURES = Pattern
      .compile("(\\d{4})(?:([-/.])(\\d{1,2})(?:\\2(\\d{1,2})(?:[T ].*)?)?)?", Pattern.DOTALL);
  private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})[-/.](\\d{4})");
  private static final Pattern RANGE = Pattern
      .compile("(\\d{4}(?:-\\d{1,2}){0,2})/(\\d{4}(?:-\\d{1,2}){0,2})");
  private static final Pattern DAY_IN_WORDS = Pattern
      .compile("(?:(\\d{1,2})\\.?\\s+)?(\\p{L}{3,})\\.?,?\\s+(\\d{4})");
  private static final Pattern MONTH_IN_WORDS = Pattern
      .compile("(\\p{L}{3,})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})");

  private WrittenDate() {}

  /** Returns a date, or null where the text is none. */
  static @Nullable DocumentDate of(@Nullable String text) {
    String clean = text == null ? "" : text.strip();
    Matcher range = RANGE.matcher(clean);
    if (range.matches()) {
      return between(of(range.group(1)), of(range.group(2)));
    }
    Matcher parts = FIGURES.matcher(clean);
    if (parts.matches()) {
      return of(number(parts.group(1)), number(parts.group(3)), number(parts.group(4)));
    }
    parts = MONTH_FIRST.matcher(clean);
    if (parts.matches()) {
      return of(number(parts.group(2)), number(parts.group(1)), 0);
    }
    parts = DAY_IN_WORDS.matcher(clean);
    if (parts.matches()) {
      return inWords(parts.group(3), parts.group(2), parts.group(1));
    }
    parts = MONTH_IN_WORDS.matcher(clean);
    return parts.matches() ? inWords(parts.group(3), parts.group(1), parts.group(2)) : null;
  }

  /**
   * Returns the date of a year, a month and a day, or null where there is none.
   *
   * @param month from 1; 0 where it is not known
   * @param day from 1; 0 where it is not known
   */
  static @Nullable DocumentDate of(int year, int month, int day) {
    try {
      if (year < 1 || year > 9999 || (month == 0 && day != 0)) {
        return null;
      }
      if (month == 0) {
        return new DocumentDate(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), String.valueOf(year));
      }
      if (day == 0) {
        YearMonth whole = YearMonth.of(year, month);
        return new DocumentDate(whole.atDay(1), whole.atEndOfMonth(),
            whole.getMonth().getDisplayName(TextStyle.FULL, Locale.UK) + " " + year);
      }
      LocalDate date = LocalDate.of(year, month, day);
      return new DocumentDate(date, date, DAY.format(date));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Returns the stretch from one date to another, or null where there is none. */
  static @Nullable DocumentDate between(@Nullable DocumentDate first, @Nullable DocumentDate last) {
    if (first == null || last == null || first.from() == null || last.to() == null
        || last.to().isBefore(first.from())) {
      return null;
    }
    return first.equals(last)
        ? first
        : new DocumentDate(first.from(), last.to(), first.label() + " – " + last.label());
  }

  private static @Nullable DocumentDate inWords(String year, String month, @Nullable String day) {
    return Arrays.stream(Month.values())
        .filter(each -> each.name().equalsIgnoreCase(month)
            || (month.length() <= 4 && each.name().startsWith(month.toUpperCase(Locale.ROOT))))
        .findFirst().map(each -> of(number(year), each.getValue(), number(day))).orElse(null);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
