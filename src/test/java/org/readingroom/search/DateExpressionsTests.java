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

  @ParameterizedTest
  @ValueSource(strings = {"He met Sepúlveda there.", "It was signed at Junín by all.", "5 Marácz came."})
  void theBeginningOfAWordIsNoMonth(String text) {
    assertThat(DateExpressions.find(text)).isEmpty();
  }

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
      "3 May 2017 | 2017-05-03", "May 3, 1889 | 1889-05-03", "3rd of May, 2026 | 2026-05-03",
      "May 3 2017 | 2017-05-03", "14 July 1789 | 1789-07-14", "4 July 1776 | 1776-07-04",
      "2017-05-03 | 2017-05-03", "2017/05/03 | 2017-05-03", "31/12/1999 | 1999-12-31",
      "12/31/1999 | 1999-12-31", "5/5/2005 | 2005-05-05", "31-12-1999 | 1999-12-31",
      "30-VI-1951 | 1951-06-30", "29 February 2024 | 2024-02-29",
      "3 May 1952 | 1952-05-03", "may 5, 1951 | 1951-05-05", "29 February 1952 | 1952-02-29",
      "1950-01-30 | 1950-01-30"})
  void findsADay(String text, LocalDate day) {
    DateExpression date = only("What was said on " + text + " about it?");

    assertThat(date.isDay()).isTrue();
    assertThat(date.from()).isEqualTo(day);
    assertThat(date.yearKnown()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"30 January | 2000-01-30", "January 30 | 2000-01-30",
      "8 June | 2000-06-08", "Dec. 24 | 2000-12-24", "29 February | 2000-02-29"})
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
      "from 8 to 10 June 1950 | 1950-06-08 | 1950-06-10", "May 2017 | 2017-05-01 | 2017-05-31",
      "Sept. 1066 | 1066-09-01 | 1066-09-30", "1848 | 1848-01-01 | 1848-12-31",
      "2017-05 | 2017-05-01 | 2017-05-31", "1999-12 | 1999-12-01 | 1999-12-31",
      "1914-18 | 1914-01-01 | 1918-12-31", "1914–1918 | 1914-01-01 | 1918-12-31",
      "2004-05 | 2004-01-01 | 2005-12-31", "the 1920s | 1920-01-01 | 1929-12-31",
      "the 1920’s | 1920-01-01 | 1929-12-31", "the 1800s | 1800-01-01 | 1899-12-31",
      "the 2000s | 2000-01-01 | 2009-12-31", "the 19th century | 1801-01-01 | 1900-12-31",
      "the nineteenth century | 1801-01-01 | 1900-12-31", "the 1st century | 0001-01-01 | 0100-12-31",
      "the twenty-first century | 2001-01-01 | 2100-12-31",
      "the second quarter of 2017 | 2017-04-01 | 2017-06-30", "Q4 2017 | 2017-10-01 | 2017-12-31",
      "winter of 1999 | 1999-12-01 | 2000-02-29"})
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
      "late summer of 1951 | 1951-08-25", "mid-July 2017 | 2017-07-15", "early 2017 | 2017-02-01"})
  void findsAPartOfAStretch(String text, LocalDate within) {
    DateExpression part = only("What was said in " + text + "?");

    assertThat(within).isBetween(part.from(), part.to());
    assertThat(part.from().until(part.to()).toTotalMonths()).isLessThan(8);
    assertThat(part.isDay()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"the early 1920s | 1921-06-01", "the late 19th century | 1890-01-01",
      "the first half of the 18th century | 1720-01-01"})
  void findsAPartOfADecadeAndOfACentury(String text, LocalDate within) {
    DateExpression part = only("What was said in " + text + "?");

    assertThat(within).isBetween(part.from(), part.to());
    assertThat(part.from().until(part.to()).toTotalMonths()).isLessThan(51 * 12L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"in 1492", "the year 1066", "AD 1066", "1066 AD", "since 1603", "(1564-1616)",
      "the 2017 survey", "the 2017 surveys", "the 2016 minutes", "Smith 2017", "(Smith, 2017)", "(2017)",
      "Paris, 1789.",
      "the 1900 census", "in 2000", "In 1953 tanks came", "between 1670 and 1680", "before 1666",
      "circa 1200",
      "by 1984", "about 1984", "pre-1914", "1984 was a year", "the 1984 of Orwell", "1984?", "early 1500"})
  void findsAYearWhereTheWordsAroundSpeakForIt(String text) {
    assertThat(DateExpressions.find(text)).isNotEmpty().allMatch(DateExpression::yearKnown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1500 tons", "1984 tons", "in 1984 pages", "1,984 men", "1984 soldiers",
      "1200 of them",
      "more than 1984", "at least 1984", "$1984", "1984 %", "1984 km", "a total of 1984", "Document 1945",
      "document no. 1945", "PEP 1950", "ISO 1999", "page 1999", "pp. 1999", "No. 1984", "Nº 1984", "#1984",
      "room 1984", "line 1999", "1984.5", "1984,500", "3.1415", "at 1930", "from 1430 to 1445", "until 1300",
      "between 1125 and 1235", "by 1500", "2000 copies", "2050", "555-1984", "AB-1984", "1984 a month",
      "1984 or more", "44 BC", "1200 BC", "in 0999",
      "the 22nd century", "the 0th century", "9999", "the 50s", "'53", "1984p", "model 1911"})
  void takesNoOtherNumberForAYear(String text) {
    assertThat(DateExpressions.find(text)).isEmpty();
  }

  @Test
  void takesAYearBesideAMonthForOneWhateverComesNext() {
    assertThat(only("the May 2017 elections").from()).isEqualTo(LocalDate.of(2017, 5, 1));
    assertThat(only("On 8 June 1848 troops came").yearKnown()).isTrue();
    assertThat(only("On 8 June 1500 soldiers came").yearKnown()).isFalse();
    assertThat(only("On 8 June 1984 tons came").yearKnown()).isFalse();
  }

  @Test
  void takesATimeOfDayBeforeADayForNoYear() {
    assertThat(DateExpressions.find("Received 1910 22 April 1952.")).extracting(DateExpression::from)
        .containsExactly(LocalDate.of(1952, 4, 22));
    assertThat(only("on 9 July 1100 hours").yearKnown()).isFalse();
  }

  @Test
  void knowsOnlyTheYearOfADayThatMayBeEitherOfTwo() {
    DateExpression date = only("on 05/06/2017");

    assertThat(date.from()).isEqualTo(LocalDate.of(2017, 1, 1));
    assertThat(date.to()).isEqualTo(LocalDate.of(2017, 12, 31));
  }

  @ParameterizedTest
  @ValueSource(strings = {"They may attack at any time.", "the march to the south", "May we attack?",
      "May I ask what he wrote?", "March to the Yalu!", "We march on.", "the 22 documents", "1,950 tons",
      "21950", "19501", "the Mayor of Seoul", "Marchers and augury", "Decided in secret",
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
  void findsEveryDayInEveryForm(@ForAll @IntRange(min = 0, max = 145_000) int after,
      @ForAll @IntRange(min = 0, max = 4) int form) {
    LocalDate day = LocalDate.of(1701, 1, 1).plusDays(after);
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
