package org.readingroom.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentDateTests {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "30 January | 1950-01-30 | 30 January 1950",
      "June | 1950-06 | June 1950",
      "7, 10, 13 September | 1950-09-07/1950-09-13 | 7, 10, 13 September 1950",
      "1 January– 28 February | 1950-01-01/1950-02-28 | 1 January – 28 February 1950",
      "20 November – 31 December | 1950-11-20/1950-12-31 | 20 November – 31 December 1950",
      "1 January – 31 December | 1950 | 1 January – 31 December 1950",
      "No date; Written after 15 September 1950 | 1950-09-15/.. | after 15 September 1950",
      "No date; written after 27 July | 1950-07-27/.. | after 27 July 1950",
      "No date; between 19 May and 15 June | 1950-05-19/1950-06-15 | between 19 May and 15 June 1950"})
  void readsEveryFormThatTheListHas(String words, String iso, String label) {
    DocumentDate date = ListedDate.parse(words, "1950");

    assertThat(date.iso()).isEqualTo(iso);
    assertThat(date.label()).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({"31 June,1950", "Brumaire,1950", "1 May,''", "sometime in May,1950"})
  void refusesWhatIsNoDate(String words, String year) {
    assertThatThrownBy(() -> ListedDate.parse(words, year)).isInstanceOf(CollectionException.class)
        .hasMessageContaining(words);
  }

  @Test
  void overlapsWhereItSharesADay() {
    DocumentDate date = ListedDate.parse("7, 10, 13 September", "1951");

    assertThat(date.overlaps(LocalDate.of(1951, 9, 13), null)).isTrue();
    assertThat(date.overlaps(null, LocalDate.of(1951, 9, 6))).isFalse();
    assertThat(date.overlaps(null, null)).isTrue();
  }

  @Test
  void isOpenWhereTheListNamesNoBound() {
    DocumentDate date = ListedDate.parse("No date; written after 27 July", "1953");

    assertThat(date.overlaps(LocalDate.of(1960, 1, 1), null)).isTrue();
    assertThat(date.overlaps(null, LocalDate.of(1953, 7, 26))).isFalse();
    assertThat(date.sortDay()).isEqualTo(LocalDate.of(1953, 7, 27));
  }

  @Test
  void mayBeUnknown() {
    assertThat(DocumentDate.UNKNOWN.isKnown()).isFalse();
    assertThat(DocumentDate.UNKNOWN.overlaps(LocalDate.of(1960, 1, 1), LocalDate.of(1960, 1, 2))).isTrue();
    assertThat(DocumentDate.UNKNOWN.sortDay()).isAfter(LocalDate.of(9999, 1, 1));
  }

  @Test
  void needsAnOrder() {
    LocalDate day = LocalDate.of(1951, 1, 2);

    assertThatThrownBy(() -> new DocumentDate(day, day.minusDays(1), "backwards"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
