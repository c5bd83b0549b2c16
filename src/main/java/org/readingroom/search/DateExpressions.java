package org.readingroom.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.passage.Span;

/** Finds the dates that a text names, from a day to a century, in the forms that people and archives write. */
public final class DateExpressions {

  private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug",
      "sep",
      "oct", "nov", "dec");
  private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX",
      "X",
      "XI", "XII");
  private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth", "sixth",
      "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
      "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first");

  private static final String MONTH = "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?"
      + "|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?U:\\b)\\.?";
  private static final String YEAR = Years.DATED;
  /** A year beside figures of its own date, which nothing else looks like. */
  private static final String BARE_YEAR = "(?<year>(?:1\\d|20)\\d\\d)";
  private static final String FROM = "(?<first>between\\s+[0-3]?\\d(?:st|nd|rd|th)?\\s+and\\s+"
      + "|[0-3]?\\d(?:st|nd|rd|th)?\\s*(?:[-–—]|to|until|through)\\s*)?";
  private static final String DAY = "(?<day>[0-3]?\\d)(?:st|nd|rd|th)?";
  private static final String PART = "(?<part>early|mid(?:dle)?|late|start|beginning|end|first half|second half)"
      + "(?:[- ](?:in |of )?(?:the )?)";

  /** The forms of dates; where two fit the same place the first counts. */
  private static final List<Form> FORMS = List.of(
      form(FROM + DAY + "(?:\\s+of)?\\s+" + MONTH + "(?:,?\\s+(?:of\\s+)?" + YEAR + ")?",
          DateExpressions::dayAndMonth),
      form(MONTH + "\\s+" + DAY + "\\b(?!,?\\d|\\s+,?(?!" + BARE_YEAR.replace("?<year>", "?:")
          + "\\b)\\d)(?:,?\\s+"
          + YEAR + ")?", DateExpressions::dayAndMonth),
      form(DAY + "(?:\\.(?<number>[IVX]{1,4}|[01]?\\d)\\.|-(?<roman>[IVX]{1,4})-)" + BARE_YEAR,
          DateExpressions::dayFirst),
      form(BARE_YEAR + "(?<sign>[-./])(?<number>[01]\\d)\\k<sign>(?<day>[0-3]\\d)(?!\\d)",
          DateExpressions::yearFirst),
      form("(?<day>\\d{1,2})(?<sign>[/-])(?<number>\\d{1,2})\\k<sign>" + BARE_YEAR + "(?!\\d)",
          DateExpressions::dayAndMonthInAnyOrder),
      form(BARE_YEAR + "-(?<number>0[1-9]|1[0-2])(?![\\d-])", DateExpressions::yearAndMonth),
      form("(?:" + PART + ")?" + MONTH + "(?:,?\\s+(?:of\\s+)?" + YEAR + "|(?!\\s+\\d))",
          DateExpressions::month),
      form("(?:" + PART + ")?(?<season>spring|summer|autumn|fall|winter)\\s+(?:of\\s+)?(?:the\\s+)?" + YEAR,
          DateExpressions::season),
      form(
          "(?:(?<ordinal>first|second|third|fourth|last) quarter(?: of)?(?: the)? |Q(?<quarter>[1-4])[ /-]?)"
              + YEAR,
          DateExpressions::quarter),
      form("(?:" + PART + ")?(?<year>(?:1\\d|20)\\d0)['’]?s\\b", DateExpressions::decade),
      form("(?:" + PART + ")?(?:(?<century>\\d{1,2})(?:st|nd|rd|th)|(?<word>"
          + String.join("|", ORDINALS.reversed())
          + "))[- ]century\\b", DateExpressions::century),
      form(BARE_YEAR + "(?:-|\\s?[–—]\\s?)(?<last>(?:1\\d|20)\\d\\d|\\d\\d)(?!\\d)", DateExpressions::years),
      form("(?:" + PART + ")?" + BARE_YEAR + "\\b", DateExpressions::year));

  private DateExpressions() {}

  /** Reads a date from what matched, or null where it is none. */
  private interface Reading {

    @Nullable
    DateExpression of(Matcher matcher, Span span, String text);
  }

  private record Form(Pattern pattern, Reading reading) {}

  private static Form form(String pattern, Reading reading) {
    return new Form(Pattern.compile("\\b(?:" + pattern + ")", Pattern.CASE_INSENSITIVE), reading);
  }

  /** Returns the dates named, in order of their places; the longest reading of each place. */
  public static List<DateExpression> find(String text) {
    List<DateExpression> found = new ArrayList<>();
    for (Form form : FORMS) {
      Matcher matcher = form.pattern().matcher(text);
      while (matcher.find()) {
        Span span = new Span(matcher.start(), matcher.end());
        if (found.stream().noneMatch(other -> other.span().overlaps(span))) {
          read(form, matcher, span, text, found);
        }
      }
    }
    found.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
    return withYearsShared(found);
  }

  private static void read(Form form, Matcher matcher, Span span, String text, List<DateExpression> found) {
    try {
      DateExpression date = form.reading().of(matcher, span, text);
      if (date != null) {
        found.add(date);
      }
    } catch (DateTimeException e) {
      return; // such as 31 June: not a date
    }
  }

  /** Gives "between 8 and 10 June 1950" and "in June and July 1950" the year that follows. */
  private static List<DateExpression> withYearsShared(List<DateExpression> found) {
    List<DateExpression> shared = new ArrayList<>(found);
    for (int i = shared.size() - 2; i >= 0; i--) {
      DateExpression date = shared.get(i);
      DateExpression next = shared.get(i + 1);
      if (!date.yearKnown() && next.yearKnown() && next.span().start() - date.span().end() < 12) {
        shared.set(i, date.in(next.from().getYear()));
      }
    }
    return shared;
  }

  private static DateExpression dayAndMonth(Matcher matcher, Span span, String text) {
    LocalDate last = LocalDate.of(year(matcher), month(matcher.group("month")), number(matcher, "day"));
    LocalDate from = last;
    if (matcher.pattern().namedGroups().containsKey("first") && matcher.group("first") != null) {
      from = last.withDayOfMonth(Integer.parseInt(matcher.group("first").replaceAll("\\D", "")));
    }
    return new DateExpression(span, from.isBefore(last) ? from : last, last, matcher.group("year") != null);
  }

  private static DateExpression dayFirst(Matcher matcher, Span span, String text) {
    String roman = matcher.group("roman");
    int month = monthByNumber(roman == null ? matcher.group("number") : roman);
    return day(span, year(matcher), month, number(matcher, "day"));
  }

  private static DateExpression yearFirst(Matcher matcher, Span span, String text) {
    return day(span, year(matcher), number(matcher, "number"), number(matcher, "day"));
  }

  /** Reads 30/1/2017 and 1/30/2017; of what could be either only the year is known. */
  private static @Nullable DateExpression dayAndMonthInAnyOrder(Matcher matcher, Span span, String text) {
    int first = number(matcher, "day");
    int second = number(matcher, "number");
    if (first != second && first <= 12 && second <= 12) {
      return null;
    }
    return day(span, year(matcher), Math.min(first, second), Math.max(first, second));
  }

  private static DateExpression day(Span span, int year, int month, int day) {
    LocalDate date = LocalDate.of(year, month, day);
    return new DateExpression(span, date, date, true);
  }

  /** Reads 2017-05 as May, but not what may be two years, such as 2004-05. */
  private static @Nullable DateExpression yearAndMonth(Matcher matcher, Span span, String text) {
    YearMonth month = YearMonth.of(year(matcher), number(matcher, "number"));
    return month.getMonthValue() > month.getYear() % 100
        ? null
        : new DateExpression(span, month.atDay(1), month.atEndOfMonth(), true);
  }

  private static @Nullable DateExpression month(Matcher matcher, Span span, String text) {
    boolean known = matcher.group("year") != null;
    if (!known && isWordMayOrMarch(matcher.group("month"), span)) {
      return null;
    }
    YearMonth month = YearMonth.of(year(matcher), month(matcher.group("month")));
    return part(span, month.atDay(1), month.atEndOfMonth(), matcher.group("part"), known);
  }

  /** Tells whether a month without a year is the word instead: in lower case, or the first of the text. */
  private static boolean isWordMayOrMarch(String month, Span span) {
    return month.equals("may") || month.equals("march") || month.equals("mar")
        || (span.start() == 0 && (month.equals("May") || month.equals("March")));
  }

  private static DateExpression season(Matcher matcher, Span span, String text) {
    int month = switch (matcher.group("season").toLowerCase(Locale.ROOT)) {
      case "spring" -> 3;
      case "summer" -> 6;
      case "winter" -> 12;
      default -> 9;
    };
    LocalDate from = LocalDate.of(year(matcher), month, 1);
    return part(span, from, from.plusMonths(3).minusDays(1), matcher.group("part"), true);
  }

  private static DateExpression quarter(Matcher matcher, Span span, String text) {
    int quarter = matcher.group("quarter") != null
        ? number(matcher, "quarter")
        : switch (matcher.group("ordinal").toLowerCase(Locale.ROOT)) {
          case "first" -> 1;
          case "second" -> 2;
          case "third" -> 3;
          default -> 4;
        };
    LocalDate from = LocalDate.of(year(matcher), 3 * quarter - 2, 1);
    return new DateExpression(span, from, from.plusMonths(3).minusDays(1), true);
  }

  /** Reads the 1920s; the 1800s are a century. */
  private static DateExpression decade(Matcher matcher, Span span, String text) {
    int first = year(matcher);
    int years = first % 100 == 0 && first < 2000 ? 100 : 10;
    return years(span, first, first + years - 1, matcher.group("part"));
  }

  private static @Nullable DateExpression century(Matcher matcher, Span span, String text) {
    int century = matcher.group("century") != null
        ? number(matcher, "century")
        : ORDINALS.indexOf(matcher.group("word").toLowerCase(Locale.ROOT)) + 1;
    return century < 1 || century > ORDINALS.size()
        ? null
        : years(span, 100 * century - 99, 100 * century, matcher.group("part"));
  }

  private static @Nullable DateExpression years(Matcher matcher, Span span, String text) {
    int first = year(matcher);
    int last = number(matcher, "last");
    last = last < 100 ? first - first % 100 + last : last;
    return last <= first || !Years.isYear(text, span, first) ? null : years(span, first, last, null);
  }

  private static @Nullable DateExpression year(Matcher matcher, Span span, String text) {
    int year = year(matcher);
    return Years.isYear(text, new Span(matcher.start("year"), matcher.end("year")), year)
        ? years(span, year, year, matcher.group("part"))
        : null;
  }

  private static DateExpression years(Span span, int first, int last, @Nullable String part) {
    return part(span, LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), part, true);
  }

  private static DateExpression part(Span span, LocalDate from, LocalDate to, @Nullable String part,
      boolean yearKnown) {
    long days = from.until(to, ChronoUnit.DAYS) + 1;
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

  private static int year(Matcher matcher) {
    String year = matcher.group("year");
    return year == null ? DateExpression.NO_YEAR : Integer.parseInt(year);
  }

  private static int number(Matcher matcher, String group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  /** Returns the month that a Roman or Arabic number means; 0 for a Roman one that means none. */
  private static int monthByNumber(String number) {
    return Character.isDigit(number.charAt(0))
        ? Integer.parseInt(number)
        : ROMAN.indexOf(number.toUpperCase(Locale.ROOT)) + 1;
  }
}
