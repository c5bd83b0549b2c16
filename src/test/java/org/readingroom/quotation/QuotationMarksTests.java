package org.readingroom.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationMarksTests {

  /** What Unicode calls a mark of quotation, or what looks like one. */
  private static final Pattern NAME = Pattern.compile("\\b(?:QUOTATION MARK|PRIME|APOSTROPHE|GRAVE ACCENT"
      + "|ACUTE ACCENT|(?:TURNED|REVERSED|DOUBLE) COMMA|GERSHAYIM|GERESH|DITTO MARK|TONOS|KORONIS|PSILI|DASIA"
      + "|OXIA|VARIA|SALTILLO|HALF RING|(?:LEFT|RIGHT) (?:DOUBLE |WHITE )?(?:ANGLE|CORNER) BRACKET)\\b");
  private static final Pattern OTHER = Pattern
      .compile("WITH|SYMBOL|LATIN SMALL LETTER N|LETTER.*DOWN|CANADIAN|TAG ");

  /** Looks at every block that has punctuation, spacing accents or modifier letters. */
  @Test
  void areAllThatUnicodeNamesSo() {
    List<String> unknown = IntStream
        .concat(IntStream.range(0, 0x3400), IntStream.range(0xA700, 0xAC00))
        .filter(Character::isDefined).filter(character -> !isCombining(character))
        .filter(character -> NAME.matcher(Character.getName(character)).find()
            && !OTHER.matcher(Character.getName(character)).find())
        .filter(character -> !QuotationMarks.isMark(character))
        .mapToObj(character -> "U+%04X %s".formatted(character, Character.getName(character))).toList();

    assertThat(unknown).isEmpty();
  }

  private static boolean isCombining(int character) {
    return Character.getType(character) == Character.NON_SPACING_MARK
        || Character.getType(character) == Character.ENCLOSING_MARK;
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "“", "”", "„", "‟", "«", "»", "‹", "›", "ʺ", "˝", "⹂", "″", "‴", "〝", "〟",
      "「", "』",
      "《", "❝", "❞", "❛", "＂", "🙶", "⟪", "ˮ", "״", "〃", "｢"})
  void areSuchWhereverTheyStand(String mark) {
    assertThat(QuotationMarks.isDouble(mark.codePointAt(0))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "‘", "’", "‚", "‛", "`", "´", "′", "ʹ", "ʻ", "ʼ", "＇", "ꞌ", "΄"})
  void mayBeApostrophes(String mark) {
    assertThat(QuotationMarks.isSingle(mark.codePointAt(0))).isTrue();
    assertThat(QuotationMarks.isDouble(mark.codePointAt(0))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "7", ".", ",", "-", "—", "(", "]", "*", "º", "…", "<", "한", "中"})
  void areNothingElse(String character) {
    assertThat(QuotationMarks.isMark(character.codePointAt(0))).isFalse();
  }
}
