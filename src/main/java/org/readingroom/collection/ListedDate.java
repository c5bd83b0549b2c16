package org.readingroom.collection;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the dates of the list: days, several days, whole months, ranges, and bounds on undated papers. */
final class ListedDate {

  private static final Pattern MONTH = Pattern.compile("(\\p{L}+)");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2}) (\\p{L}+)");
  private static final Pattern DAYS = Pattern.compile("(\\d{1,2})(?:, \\d{1,2})*, (\\d{1,2}) (\\p{L}+)");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,2}) (\\p{L}+) ?[–—-] ?(\\d{1,2}) (\\p{L}+)");
  private static final Pattern AFTER = Pattern
      .compile("No date; written after (\\d{1,2}) (\\p{L}+)(?: \\d{4})?", Pattern.CASE_INSENSITIVE);
  private static final Pattern BETWEEN = Pattern
      .compile("No date; between (\\d{1,2}) (\\p{L}+) and (\\d{1,2}) (\\p{L}+)", Pattern.CASE_INSENSITIVE);

  private ListedDate() {}

  /** Reads a date that leaves out the year it stands under. */
  static DocumentDate parse(String words, String underYear) {
    String text = words.strip();
    try {
      int year = Integer.parseInt(underYear);
      return parse(text, year);
    } catch (NumberFormatException | DateTimeException e) {
      throw new CollectionException("The List of Documents has a date that cannot be read, \"" + text
          + "\", under the year \"" + underYear + "\".", e);
    }
  }

  private static DocumentDate parse(String text, int year) {
    Matcher matcher = DAY.matcher(text);
    if (matcher.matches()) {
      LocalDate day = day(year, matcher.group(1), matcher.group(2));
      return new DocumentDate(day, day, text + " " + year);
    }
    matcher = MONTH.matcher(text);
    if (matcher.matches()) {
      YearMonth month = YearMonth.of(year, month(matcher.group(1)));
      return new DocumentDate(month.atDay(1), month.atEndOfMonth(), text + " " + year);
    }
    matcher = DAYS.matcher(text);
    if (matcher.matches()) {
      return new DocumentDate(day(year, matcher.group(1), matcher.group(3)),
          day(year, matcher.group(2), matcher.group(3)), text + " " + year);
    }
    matcher = RANGE.matcher(text);
    if (matcher.matches()) {
      return new DocumentDate(day(year, matcher.group(1), matcher.group(2)),
          day(year, matcher.group(3), matcher.group(4)), matcher.group(1) + " " + matcher.group(2)
              + " – " + matcher.group(3) + " " + matcher.group(4) + " " + year);
    }
    matcher = AFTER.matcher(text);
    if (matcher.matches()) {
      return new DocumentDate(day(year, matcher.group(1), matcher.group(2)), null,
          "after " + matcher.group(1) + " " + matcher.group(2) + " " + year);
    }
    matcher = BETWEEN.matcher(text);
    if (matcher.matches()) {
      return new DocumentDate(day(year, matcher.group(1), matcher.group(2)),
          day(year, matcher.group(3), matcher.group(4)), "between " + matcher.group(1) + " "
              + matcher.group(2) + " and " + matcher.group(3) + " " + matcher.group(4) + " " + year);
    }
    throw new DateTimeException("no date in " + text);
  }

  private static LocalDate day(int year, String day, String month) {
    return LocalDate.of(year, month(month), Integer.parseInt(day));
  }

  private static Month month(String name) {
    try {
      return Month.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new DateTimeException("no month " + name, e);
    }
  }
}
