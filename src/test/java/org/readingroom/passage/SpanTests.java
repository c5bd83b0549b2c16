package org.readingroom.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTests {

  @ParameterizedTest
  @CsvSource({"-1,3", "3,3", "4,3", "-2147483648,2147483647"})
  void hasAtLeastOneCharacter(int start, int end) {
    assertThatThrownBy(() -> new Span(start, end)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void endsBeforeItsEnd() {
    Span span = new Span(2, 5);

    assertThat(span.of("abcdefg")).isEqualTo("cde").hasSize(span.length());
  }

  @ParameterizedTest
  @CsvSource({"2,5,true,true", "3,4,true,true", "1,3,true,false", "4,9,true,false", "0,9,true,false",
      "0,2,false,false", "5,6,false,false"})
  void overlapsWhereItSharesACharacterAndContainsWhereItSharesAll(int start, int end, boolean overlaps,
      boolean contains) {
    Span span = new Span(2, 5);
    Span other = new Span(start, end);

    assertThat(span.overlaps(other)).isEqualTo(other.overlaps(span)).isEqualTo(overlaps);
    assertThat(span.contains(other)).isEqualTo(contains);
  }
}
