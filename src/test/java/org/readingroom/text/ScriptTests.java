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
  @ValueSource(strings = {"", "1950?", "How much lead?", "Кто основал завод?", "Ποιος έχτισε τη γέφυρα;"})
  void tellsWhatHasCapitalsAndSpaces(String text) {
    assertThat(Script.hasCase(text)).isTrue();
    assertThat(Script.isSpaced(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"من بنى السوق؟", "PDF 파일은 어디에 있습니까?", "पुल किसने बनाया?", "מי בנה את הגשר?"})
  void tellsWhatHasSpacesAndNoCapitals(String text) {
    assertThat(Script.hasCase(text)).isFalse();
    assertThat(Script.isSpaced(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MiG-15飞机有多少架？", "石橋は誰が建てましたか", "ใครสร้างสะพาน", "𠀀𠀁"})
  void tellsWhatHasNeither(String text) {
    assertThat(Script.hasCase(text)).isFalse();
    assertThat(Script.isSpaced(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"石桥是谁修建的?", "Кто основал завод?", "من بنى السوق؟", "PDF 파일은 어디에 있습니까?", "𠀀𠀁"})
  void tellsOtherLettersApart(String text) {
    assertThat(Script.isLatin(text)).isFalse();
  }
}
