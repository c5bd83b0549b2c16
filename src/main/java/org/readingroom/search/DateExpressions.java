package org.readingroom.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.passage.Span;

/** Finds the dates that a text names, from a day to a year, in the forms that people and archives write. */
public final class DateExpressions {

  private static final String MONTH = "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?"
      + "|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?";
  private static final String YEAR = "(?<year>19[45]\\d)";
  private static final String FROM = "(?<first>between\\s+[0-3]?\\d(?:st|nd|rd|th)?\\s+and\\s+"
      + "|[0-3]?\\d(?:st|nd|rd|th)?\\s*(?:[-–—]|to|until|through)\\s*)?";
  private static final String DAY = "(?<day>[0-3]?\\d)(?:st|nd|rd|th)?";
  private static final String PART = "(?<part>early|mid(?:dle)?|late|start|beginning|end|first half|second half)"
      + "(?:[- ](?:in |of )?(?:the )?)";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;

  private static final Pattern DAY_MONTH = Pattern
      .compile("\\b" + FROM + DAY + "(?:\\s+of)?\\s+" + MONTH + "(?:,?\\s+(?:of\\s+)?" + YEAR + ")?", FLAGS);
  private static final Pattern MONTH_DAY = Pattern
      .compile("\\b" + MONTH + "\\s+" + DAY + "\\b(?!\\s*,?\\d)(?:,?\\s+" + YEAR + ")?", FLAGS);
  private static final Pattern NUMERIC = Pattern
      .compile("\\b" + DAY + "\\.(?<number>[IVX]{1,4}|[01]?\\d)\\." + YEAR, FLAGS);
  private static final Pattern ISO = Pattern
      .compile("\\b" + YEAR + "-(?<number>[01]\\d)-(?<day>[0-3]\\d)\\b");
  private static final Pattern MONTH_YEAR = Pattern
      .compile("\\b(?:" + PART + ")?" + MONTH + "(?:,?\\s+(?:of\\s+)?" + YEAR + "|(?!\\s+\\d))", FLAGS);
  private static final Pattern SEASON = Pattern
      .compile(
          "\\b(?:" + PART + ")?(?<season>spring|summer|autumn|fall|winter)\\s+(?:of\\s+)?(?:the\\s+)?" + YEAR,
          FLAGS);
  private static final Pattern PLAIN_YEAR = Pattern.compile("\\b(?:" + PART + ")?" + YEAR + "\\b", FLAGS);
  private static final List<Pattern> FORMS = List.of(DAY_MONTH, MONTH_DAY, NUMERIC, ISO, MONTH_YEAR,
      SEASON, PLAIN_YEAR);
  private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX",
      "X",
      "XI", "XII");

  private DateExpressions() {}

  /** Returns the dates named, in order of their places; the longest reading of each place. */
  public static List<DateExpression> find(String text) {
    List<DateExpression> found = new ArrayList<>();
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(text);
      while (matcher.find()) {
        Span span = new Span(matcher.start(), matcher.end());
        DateExpression date = found.stream().anyMatch(other -> other.span().overlaps(span))
            ? null
            : read(form, matcher, span);
        if (date != null) {
          found.add(date);
        }
      }
    }
    found.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
    return withYearsShared(found);
  }

  /** Gives "between 8 and 10 June 1950" and "in June and July 1950" the year that follows. */
  private static List<DateExpression> withYearsShared(List<DateExpression> found) {
    List<DateExpression> shared = new ArrayList<>(found);
    for (int i = shared.size() - 2; i >= 0; i--) {
      DateExpression date = shared.get(i);
      DateExpression next = shared.get(i + 1);
      if (!date.yearKnown() && next.yearKnown() && next.span().start() - date.span().end() < 12) {
        int year = next.from().getYear();
        shared.set(i,
            new DateExpression(date.span(), date.from().withYear(year), date.to().withYear(year), true));
      }
    }
    return shared;
  }

  private static @Nullable DateExpression read(Pattern form, Matcher matcher, Span span) {
    String yearText = matcher.group("year");
    int year = yearText == null ? 1950 : Integer.parseInt(yearText);
    try {
      if (form == DAY_MONTH || form == MONTH_DAY) {
        DateExpression day = day(span, year, month(matcher.group("month")), matcher, yearText != null);
        return form == DAY_MONTH && matcher.group("first") != null
            ? since(matcher.group("first"), day)
            : day;
      }
      if (form == NUMERIC || form == ISO) {
        return day(span, year, monthByNumber(matcher.group("number")), matcher, true);
      }
      if (form == MONTH_YEAR && yearText == null && isWordMayOrMarch(matcher.group("month"), span)) {
        return null;
      }
      LocalDate from;
      LocalDate to;
      if (form == MONTH_YEAR) {
        YearMonth month = YearMonth.of(year, month(matcher.group("month")));
        from = month.atDay(1);
        to = month.atEndOfMonth();
      } else if (form == SEASON) {
        from = LocalDate.of(year, season(matcher.group("season")), 1);
        to = from.plusMonths(3).minusDays(1);
      } else {
        from = LocalDate.of(year, 1, 1);
        to = LocalDate.of(year, 12, 31);
      }
      return part(span, from, to, matcher.group("part"), yearText != null);
    } catch (DateTimeException e) {
      return null; // such as 31 June: not a date
    }
  }

  /** Tells whether a month without a year is the word instead: in lower case, or the first of the text. */
  private static boolean isWordMayOrMarch(String month, Span span) {
    return month.equals("may") || month.equals("march") || month.equals("mar")
        || (span.start() == 0 && (month.equals("May") || month.equals("March")));
  }

  /** Lets a day be the last of a stretch that begins with another of the same month. */
  private static DateExpression since(String first, DateExpression last) {
    LocalDate from = last.from().withDayOfMonth(Integer.parseInt(first.replaceAll("\\D", "")));
    return from.isBefore(last.to())
        ? new DateExpression(last.span(), from, last.to(), last.yearKnown())
        : last;
  }

  private static DateExpression day(Span span, int year, int month, Matcher matcher, boolean yearKnown) {
    LocalDate day = LocalDate.of(year, month, Integer.parseInt(matcher.group("day")));
    return new DateExpression(span, day, day, yearKnown);
  }

  private static DateExpression part(Span span, LocalDate from, LocalDate to, @Nullable String part,
      boolean yearKnown) {
    long days = from.until(to, java.time.temporal.ChronoUnit.DAYS) + 1;
    return switch (part == null ? "" : part.toLowerCase(Locale.ROOT)) {
      case "early", "start", "beginning" ->
        new DateExpression(span, from, from.plusDays(days * 4 / 10), yearKnown);
      case "mid", "middle" ->
        new DateExpression(span, from.plusDays(days * 3 / 10), from.plusDays(days * 7 / 10), yearKnown);
      case "late", "end" -> new DateExpression(span, from.plusDays(days * 6 / 10), to, yearKnown);
      case "first half" -> new DateExpression(span, from, from.plusDays(days / 2), yearKnown);
      case "second half" -> new DateExpression(span, from.plusDays(days / 2), to, yearKnown);
      default -> new DateExpression(span, from, to, yearKnown);
    };
  }

  private static int month(String name) {
    String start = name.substring(0, 3).toLowerCase(Locale.ROOT);
    return List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
        .indexOf(start) + 1;
  }

  /** Returns the month that a Roman or Arabic number means; 0 for a Roman one that means none. */
  private static int monthByNumber(String number) {
    return Character.isDigit(number.charAt(0))
        ? Integer.parseInt(number)
        : ROMAN.indexOf(number.toUpperCase(Locale.ROOT)) + 1;
  }

  private static int season(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "spring" -> 3;
      case "summer" -> 6;
      case "winter" -> 12;
      default -> 9;
    };
  }
}
