package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.answer.Claims.Claim;

class ClaimsTests {

  @Test
  void readsTheFormItWrites() {
    Claims claims = new Claims(List.of(new Claim(2, "“Quoted,” he said\\ \n\t{{x}} 😀"), new Claim(1, "")));

    assertThat(Claims.read(claims.write())).isEqualTo(claims);
  }

  @Test
  void doesNotMindWhatElseIsSaid() {
    assertThat(Claims.read("{\"thought\":\"…\",\"claims\":[{\"evidence\":1,\"quote\":\"x\",\"sure\":true}]}"))
        .isEqualTo(new Claims(List.of(new Claim(1, "x"))));
  }

  @Test
  void leavesOutClaimsOfNothing() {
    assertThat(Claims.read(
        "{\"claims\":[null,{\"evidence\":1,\"quote\":null},{\"evidence\":2},{\"evidence\":3,\"quote\":\"x\"}]}"))
        .isEqualTo(new Claims(List.of(new Claim(3, "x"))));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "null", "[]", "{}", "\"claims\"", "42", "{\"claims\":null}",
      "{\"claims\":{}}",
      "{\"claims\":\"x\"}", "{\"claims\":[[]]}", "{\"claims\":[1]}", "{\"claims\":[{\"evidence\":\"one\"}]}",
      "{\"claims\":[{\"evidence\":99999999999,\"quote\":\"x\"}]}",
      "{\"claims\":[{\"evidence\":1,\"quote\":\"x\"}",
      "{\"claims\":[{\"evidence\":1,\"quote\":{\"text\":\"x\"}}]}",
      "```json\n{\"claims\":[{\"evidence\":1,\"quote\":\"x\"}]}\n```", "I cannot answer that.", "\u0000"})
  void sayNothingWhereTheOutputIsNotOfTheForm(String output) {
    assertThat(Claims.read(output)).isEqualTo(Claims.NONE);
  }

  @Test
  void sayNothingWhereTheOutputIsNestedWithoutEnd() {
    assertThat(Claims.read("{\"claims\":" + "[".repeat(100_000))).isEqualTo(Claims.NONE);
    assertThat(Claims.read("{\"a\":".repeat(100_000))).isEqualTo(Claims.NONE);
  }

  @Property(tries = 300)
  void neverFailWhateverTheOutputIs(@ForAll String output) {
    assertThat(Claims.read(output)).isNotNull();
    assertThat(Claims.read("{\"claims\":[" + output)).isNotNull();
  }
}
