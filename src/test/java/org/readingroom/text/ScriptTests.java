package org.readingroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTests {

  @ParameterizedTest
  @ValueSource(strings = {"", "1950?", "How much lead?", "Qui a construit le moulin ?", "What does 石桥 mean?"})
  void takesWhatIsMostlyLatinForLatin(String text) {
    assertThat(Script.isLatin(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"石桥是谁修建的?", "Кто основал завод?", "من بنى السوق؟", "PDF 파일은 어디에 있습니까?", "𠀀𠀁"})
  void tellsOtherLettersApart(String text) {
    assertThat(Script.isLatin(text)).isFalse();
  }
}
