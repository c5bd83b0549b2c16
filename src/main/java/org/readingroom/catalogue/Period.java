package org.readingroom.catalogue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.DocumentDate;
import org.readingroom.search.DateExpression;

/**
 * A time that documents are asked of, from one day to another, or the same days of several years.
 *
 * @param ranges the days; none where nobody can tell the year
 * @param label the time in words that follow a noun, such as {@code of June 1950}
 */
record Period(List<Range> ranges, String label) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  private static final Pattern IN = Phrase
      .words("(?:from|in|of|on|during|dated|within|for)(?: the)?(?: (?:year|month) of| year)?");
  private static final Pattern BEFORE = Phrase.words("before|until|up to|prior to|earlier than");
  private static final Pattern AFTER = Phrase.words("after|later than");
  private static final Pattern SINCE = Phrase.words("since|starting");
  private static final Pattern BETWEEN = Phrase.words("between");
  private static final Pattern AND = Phrase.words("and|to|until|till|through");

  /** The days from one to another; null is open. */
  record Range(@Nullable LocalDate from, @Nullable LocalDate to) {

    private boolean holds(DocumentDate date) {
      LocalDate first = date.from();
      LocalDate last = date.to();
      return (from == null || first != null && !first.isBefore(from))
          && (to == null || last != null && !last.isAfter(to));
    }
  }

  Period {
    ranges = List.copyOf(ranges);
  }

  /** Returns the time from a day to another, of which one may be open. */
  static Period between(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new Period(List.of(new Range(from, to)), label(from, to));
  }

  /**
   * Returns the time that an expression means.
   *
   * @param years the years that are meant where it names none; none where no document is of a known year
   */
  static Period of(DateExpression date, List<Integer> years) {
    if (date.yearKnown()) {
      return between(date.from(), date.to());
    }
    String day = date.from().equals(date.to())
        ? date.from().format(DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH))
        : date.from().format(DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH));
    return new Period(years.stream().map(date::in).map(in -> new Range(in.from(), in.to())).toList(),
        "of " + day + " in any year");
  }

  /** Takes a time from a question, with the words before it: "in June 1950", "between 1950 and 1952". */
  static Optional<Period> take(Phrase phrase, List<Integer> years) {
    if (phrase.take(BEFORE)) {
      return phrase.takeMonth(years).map(Period::before);
    }
    if (phrase.take(AFTER)) {
      return phrase.takeMonth(years).map(Period::after);
    }
    if (phrase.take(SINCE)) {
      return phrase.takeMonth(years).map(Period::since);
    }
    Optional<Period> first = phrase.takePeriod(years);
    if (first.isEmpty() && (phrase.take(IN) || phrase.take(BETWEEN))) {
      first = phrase.takeMonth(years);
    }
    int mark = phrase.mark();
    Optional<Period> last = first.isPresent() && phrase.take(AND)
        ? phrase.takeMonth(years)
        : Optional.empty();
    if (last.isEmpty()) {
      phrase.back(mark);
      return first;
    }
    return Optional.of(first.orElseThrow().until(last.get()));
  }

  /** Returns the time before this. */
  Period before() {
    return bounding(range -> between(null, range.from() == null ? null : range.from().minusDays(1)));
  }

  /** Returns the time after this. */
  Period after() {
    return bounding(range -> between(range.to() == null ? null : range.to().plusDays(1), null));
  }

  /** Returns the time from the beginning of this on. */
  Period since() {
    return bounding(range -> between(range.from(), null));
  }

  private Period until(Period end) {
    return bounding(first -> end.bounding(last -> between(first.from(), last.to())));
  }

  /** Returns a time of which this is a bound; of the days of several years nobody can tell which. */
  private Period bounding(Function<Range, Period> bounded) {
    return ranges.size() == 1 ? bounded.apply(ranges.getFirst()) : new Period(List.of(), label);
  }

  /** Tells whether a document of a date is of this time for sure. */
  boolean holds(DocumentDate date) {
    return date.isKnown() && ranges.stream().anyMatch(range -> range.holds(date));
  }

  /** Tells whether a document of a date may be of this time though nobody knows. */
  boolean mayHold(DocumentDate date) {
    return date.isKnown() && !holds(date)
        && ranges.stream().anyMatch(range -> date.overlaps(range.from(), range.to()));
  }

  /** Tells whether the time is shorter than a year. */
  boolean isWithinAYear() {
    return ranges.stream().allMatch(range -> range.from() != null && range.to() != null
        && range.to().isBefore(range.from().plusYears(1).minusDays(1)));
  }

  private static String label(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from == null) {
      return to == null ? "of any date" : "up to " + to.format(DAY);
    }
    if (to == null) {
      return "from " + from.format(DAY) + " on";
    }
    if (from.equals(to)) {
      return "of " + from.format(DAY);
    }
    YearMonth month = YearMonth.from(from);
    if (from.equals(month.atDay(1)) && to.equals(month.atEndOfMonth())) {
      return "of " + from.format(MONTH);
    }
    return from.getDayOfYear() == 1 && to.equals(LocalDate.of(from.getYear(), 12, 31))
        ? "of " + from.getYear()
        : "from " + from.format(DAY) + " to " + to.format(DAY);
  }
}
