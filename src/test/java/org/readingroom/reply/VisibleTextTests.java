package org.readingroom.reply;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class VisibleTextTests {

  @Test
  void showsWhatControlsATerminalAsEscapes() {
    assertThat(VisibleText.of("a\u001b[2J\u009b31m\u0007\u007f\u0000\u0085b"))
        .isEqualTo("a\\u001b[2J\\u009b31m\\u0007\\u007f\\u0000\\u0085b");
  }

  @Test
  void showsWhatReordersAText() {
    assertThat(VisibleText.of("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"))
        .isEqualTo("\\u202a\\u202b\\u202c\\u202d\\u202e\\u2066\\u2067\\u2068\\u2069\\u200e\\u200f\\u061c");
  }

  @Test
  void showsWhatHides() {
    assertThat(VisibleText.of("Sta\u200blin \ufeff\u2060\u2028\u2029\u034f\u3164\ufff9 \udb40\udc41"))
        .isEqualTo("Sta\\u200blin \\ufeff\\u2060\\u2028\\u2029\\u034f\\u3164\\ufff9 \\udb40\\udc41");
  }

  @ParameterizedTest
  @ValueSource(strings = {"می‌خواهم", "क्‍ष", "න්‍ය", "👩🏽‍🚀", "🏳️‍🌈", "👨‍👩‍👧", "❤️", "葛󠄀", "한글", "é",
      "com\u00admunism",
      "﷽", "one\ntwo", "\u0605123", "a\u0301b", "ᅟᅡ"})
  void leavesWhatItsWritingNeeds(String text) {
    assertThat(VisibleText.of(text)).isEqualTo(text);
  }

  @Test
  void showsAJoinerWhereItJoinsNothing() {
    assertThat(VisibleText.of("Sta\u200dlin \u200c1\u200d 👩\u200d\u200d م\u200c\u200c e\u0301\u200d"))
        .isEqualTo("Sta\\u200dlin \\u200c1\\u200d 👩\u200d\\u200d م\u200c\\u200c e\u0301\\u200d");
  }

  @Test
  void aCharacterHasOneVariationSelector() {
    assertThat(VisibleText.of("❤\ufe0f\ufe0f \ufe0f")).isEqualTo("❤\ufe0f\\ufe0f \\ufe0f");
  }

  @Test
  void endsLinesWithALineFeedAlone() {
    assertThat(VisibleText.of("a\r\nb\rc\td\r")).isEqualTo("a\nb\\u000dc d\\u000d");
  }

  @Test
  void showsHalvesOfCharacters() {
    assertThat(VisibleText.of("\ud83d \ude00 \ud83d\ude00 \ud83d")).isEqualTo("\\ud83d \\ude00 😀 \\ud83d");
  }

  @Property
  void isTheSameInPieces(@ForAll String text, @ForAll int at) {
    int cut = text.isEmpty() ? 0 : Math.floorMod(at, text.length());
    VisibleText visible = new VisibleText();
    String pieces = visible.next(text.substring(0, cut)) + visible.next(text.substring(cut)) + visible.end();
    assertThat(pieces).isEqualTo(VisibleText.of(text));
  }

  @Property
  void changesNothingASecondTime(@ForAll String text) {
    assertThat(VisibleText.of(VisibleText.of(text))).isEqualTo(VisibleText.of(text));
  }

  @Property
  void leavesJsonWhatItWas(@ForAll String text) {
    String json = JsonMapper.shared().writeValueAsString(text);
    assertThat(JsonMapper.shared().readTree(VisibleText.of(json)).stringValue()).isEqualTo(text);
  }
}
