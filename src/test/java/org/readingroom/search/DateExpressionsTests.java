package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateExpressionsTests {

  private static DateExpression only(String text) {
    List<DateExpression> found = DateExpressions.find(text);
    assertThat(found).as(text).hasSize(1);
    return found.getFirst();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"30 January 1950 | 1950-01-30", "Jan. 30, 1950 | 1950-01-30",
      "January 30, 1950 | 1950-01-30", "January 30th, 1950 | 1950-01-30", "30th of January 1950 | 1950-01-30",
      "the 30th of January, 1950 | 1950-01-30", "1st March 1951 | 1951-03-01", "2nd of May 1951 | 1951-05-02",
      "30 JANUARY 1950 | 1950-01-30", "30 january 1950 | 1950-01-30", "5 Sept. 1950 | 1950-09-05",
      "15.II.1953 | 1953-02-15", "15.02.1953 | 1953-02-15", "15.2.1953 | 1953-02-15",
      "01.XII.1950 | 1950-12-01",
      "3 May 1952 | 1952-05-03", "may 5, 1951 | 1951-05-05", "29 February 1952 | 1952-02-29",
      "1950-01-30 | 1950-01-30"})
  void findsADay(String text, LocalDate day) {
    DateExpression date = only("What was said on " + text + " about it?");

    assertThat(date.isDay()).isTrue();
    assertThat(date.from()).isEqualTo(day);
    assertThat(date.yearKnown()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"30 January | 1950-01-30", "January 30 | 1950-01-30",
      "8 June | 1950-06-08", "Dec. 24 | 1950-12-24"})
  void findsADayOfNoYear(String text, LocalDate day) {
    DateExpression date = only("What was said on " + text + "?");

    assertThat(date.from()).isEqualTo(day).isEqualTo(date.to());
    assertThat(date.yearKnown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"June 1951 | 1951-06-01 | 1951-06-30",
      "June, 1951 | 1951-06-01 | 1951-06-30", "June of 1951 | 1951-06-01 | 1951-06-30",
      "Sept. 1950 | 1950-09-01 | 1950-09-30", "February 1952 | 1952-02-01 | 1952-02-29",
      "summer of 1951 | 1951-06-01 | 1951-08-31", "the autumn of 1950 | 1950-09-01 | 1950-11-30",
      "fall 1950 | 1950-09-01 | 1950-11-30", "spring 1953 | 1953-03-01 | 1953-05-31",
      "winter of 1950 | 1950-12-01 | 1951-02-28", "1952 | 1952-01-01 | 1952-12-31",
      "May 1951 | 1951-05-01 | 1951-05-31", "may 1951 | 1951-05-01 | 1951-05-31",
      "8-10 June 1950 | 1950-06-08 | 1950-06-10", "8 – 10 June 1950 | 1950-06-08 | 1950-06-10",
      "between 8 and 10 June 1950 | 1950-06-08 | 1950-06-10",
      "from 8 to 10 June 1950 | 1950-06-08 | 1950-06-10"})
  void findsAStretchOfDays(String text, LocalDate from, LocalDate to) {
    DateExpression date = only("What was said in " + text + "?");

    assertThat(date.from()).isEqualTo(from);
    assertThat(date.to()).isEqualTo(to);
    assertThat(date.yearKnown()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"mid-June 1951 | 1951-06-15", "the middle of June 1951 | 1951-06-15",
      "early June 1951 | 1951-06-03", "the beginning of June 1951 | 1951-06-03",
      "late June 1951 | 1951-06-27",
      "the end of June 1951 | 1951-06-27", "late 1952 | 1952-12-01", "early 1952 | 1952-02-01",
      "mid-1952 | 1952-07-01", "the first half of 1952 | 1952-03-01", "the second half of 1952 | 1952-10-01",
      "late summer of 1951 | 1951-08-25"})
  void findsAPartOfAStretch(String text, LocalDate within) {
    DateExpression part = only("What was said in " + text + "?");

    assertThat(within).isBetween(part.from(), part.to());
    assertThat(part.from().until(part.to()).toTotalMonths()).isLessThan(8);
    assertThat(part.isDay()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"They may attack at any time.", "the march to the south", "May we attack?",
      "May I ask what he wrote?", "March to the Yalu!", "We march on.", "the 22 documents", "1,950 tons",
      "In 1849 and 2050", "21950", "19501", "the Mayor of Seoul", "Marchers and augury", "Decided in secret",
      "on 15.13.50", "No. 1945a8", "", "30", "Junes", "😀"})
  void findsNoneWhereThereIsNone(String text) {
    assertThat(DateExpressions.find(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"31 June", "31 June 1950", "June 31, 1950", "30 February 1951", "39 May 1951",
      "00 May 1951", "31.VI.1950", "32.01.1950", "15.13.1953", "29 February 1951", "1950-13-01",
      "1950-02-30"})
  void takesADayThatTheCalendarDoesNotHaveForNone(String text) {
    assertThat(DateExpressions.find("What was said on " + text + "?")).noneMatch(DateExpression::isDay);
  }

  @Test
  void takesADecadeForNoYear() {
    assertThat(DateExpressions.find("In the 1950s?")).isEmpty();
  }

  @Test
  void findsSeveralInOrderAndSharesTheYearThatFollows() {
    List<DateExpression> found = DateExpressions.find("Between 8 June and 10 July 1951, not in 1953.");

    assertThat(found).extracting(DateExpression::from).containsExactly(LocalDate.of(1951, 6, 8),
        LocalDate.of(1951, 7, 10), LocalDate.of(1953, 1, 1));
    assertThat(found).allMatch(DateExpression::yearKnown);
    assertThat(DateExpressions.find("in June and July 1951")).extracting(DateExpression::from)
        .containsExactly(LocalDate.of(1951, 6, 1), LocalDate.of(1951, 7, 1));
  }

  @Test
  void doesNotShareTheYearOfADateFarAway() {
    assertThat(DateExpressions.find("On 8 June Kim wrote of what he saw in July 1951.")).first()
        .matches(date -> !date.yearKnown());
  }

  @Test
  void marksWhereTheDateStands() {
    assertThat(only("Sent on 30 January 1950.").span().of("Sent on 30 January 1950."))
        .isEqualTo("30 January 1950");
    assertThat(only("In mid-June 1951, Kim").span().of("In mid-June 1951, Kim")).isEqualTo("mid-June 1951");
  }

  @Property(tries = 300)
  void findsEveryDayOfTheWarInEveryForm(@ForAll @IntRange(min = 0, max = 1_500) int after,
      @ForAll @IntRange(min = 0, max = 4) int form) {
    LocalDate day = LocalDate.of(1949, 3, 1).plusDays(after);
    String month = day.getMonth().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH);
    String text = switch (form) {
      case 0 -> day.getDayOfMonth() + " " + month + " " + day.getYear();
      case 1 -> month + " " + day.getDayOfMonth() + ", " + day.getYear();
      case 2 -> month.substring(0, 3) + ". " + day.getDayOfMonth() + ", " + day.getYear();
      case 3 -> "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
      default -> day.toString();
    };
    DateExpression date = only("(" + text + ")");

    assertThat(date.from()).isEqualTo(day).isEqualTo(date.to());
    assertThat(date.span().of("(" + text + ")")).isEqualTo(text);
  }

  @Property(tries = 300)
  void neverFailsWhateverTheTextIs(@ForAll String text, @ForAll @IntRange(min = 0, max = 99) int day) {
    String odd = text + day + " Feb 19" + day + " " + text + day + ".XIII.1950 mid-" + text;
    assertThat(DateExpressions.find(odd)).allMatch(date -> !date.to().isBefore(date.from()))
        .allMatch(date -> date.span().end() <= odd.length());
  }
}
