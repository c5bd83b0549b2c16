package org.readingroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListMarksTests {

  @ParameterizedTest
  @ValueSource(strings = {"-", "–", "—", "•", "*", "\uf0b7", "1.", "(a)", "[12]"})
  void tellsMarks(String text) {
    assertThat(ListMarks.isMark(text.length(), text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"中", "の", "한", "a", "12", ""})
  void tellsWordsFromMarks(String text) {
    assertThat(ListMarks.isMark(text.length(), text)).isFalse();
  }
}
