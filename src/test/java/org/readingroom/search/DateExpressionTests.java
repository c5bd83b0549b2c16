package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateExpressionTests {

  @ParameterizedTest
  @CsvSource({"30 January 1950, 30 January 1950, true", "30 January 1950, 31 January 1950, false",
      "30 January 1950, January 1950, true", "30 January 1950, 1950, true", "30 January 1950, 1951, false",
      "30 January 1950, 30 January 1951, false", "30 January, 30 January 1951, true",
      "30 January, 30 January, true", "30 January, 29 January 1951, false",
      "in January, 30 January 1951, true",
      "summer of 1951, 5 July, true", "summer of 1951, 5 July 1950, false", "summer of 1951, June 1951, true",
      "winter of 1950, 5 January 1951, true", "winter of 1950, 5 January 1950, false",
      "winter of 1950, 5 January, true", "winter of 1950, 24 December, true", "winter of 1950, 5 July, false",
      "late June 1951, early July 1951, false", "1951, 5 January, true",
      "the 1920s, 5 January, true", "the 1920s, 1925, true", "the 1920s, 1930, false",
      "29 February, 2024, true",
      "the 19th century, the 1840s, true", "mid-19th century, 5 January, true"})
  void meetsAnotherThatMayMeanTheSameTime(String one, String other, boolean meets) {
    DateExpression first = DateExpressions.find(one).getFirst();
    DateExpression second = DateExpressions.find(other).getFirst();

    assertThat(first.meets(second)).isEqualTo(meets);
    assertThat(second.meets(first)).isEqualTo(meets);
    assertThat(first.meets(first)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"30 January 1950, Jan. 30 1950, true", "30 January 1950, 30 January, true",
      "30 January, 30 January, true", "June, June 1817, false", "February, February 2017, false",
      "February 2016, February, false", "June, 5 June 1817, false", "30 January 1950, 30 January 1951, false",
      "1950, 1951, false", "30 January, 29 January 1951, false"})
  void isTheSameAsAnotherThatNamesTheSameDays(String one, String other, boolean same) {
    DateExpression first = DateExpressions.find("In " + one).getFirst();
    DateExpression second = DateExpressions.find("In " + other).getFirst();

    assertThat(first.isSame(second)).isEqualTo(same);
    assertThat(second.isSame(first)).isEqualTo(same);
  }
}
