package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.search.Filters;

class QuestionTests {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u00A0\u00A0", "\u2007\u202F", "\u3000", "\u200B", "\uFEFF",
      "\u0000\u0001", "\u200F \u202E", " \u00A0\u200B\u0007 "})
  void isEmptyWhereNothingCanBeSeen(String text) {
    assertThatThrownBy(() -> Question.of(text)).isInstanceOf(InvalidQuestionException.class)
        .hasMessage("The question is empty.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "😀", "👩‍👩‍👧", "מי כתב לסטלין?", "\u202Bמי\u202C", "谁写信给斯大林", "{{x}}", "$1",
      "\u0007bell", "a\u0000b"})
  void isWhateverCanBeSeen(String text) {
    assertThat(Question.of(text).text()).isEqualTo(text);
  }

  @Test
  void losesWhiteSpaceOfEveryKindAtItsEnds() {
    assertThat(Question.of("\u00A0 \u3000Who wrote\u00A0it?\u2007\n").text()).isEqualTo("Who wrote\u00A0it?");
  }

  @Test
  void hasAtMost2000Characters() {
    assertThat(Question.of("x".repeat(2_000)).text()).hasSize(2_000);
    assertThat(Question.of(" " + "x".repeat(2_000) + " ").text()).hasSize(2_000);
    assertThatThrownBy(() -> Question.of("x".repeat(2_001))).isInstanceOf(InvalidQuestionException.class)
        .hasMessage("The question has 2001 characters; at most 2000 are read.");
  }

  @Test
  void hasAtMost30CombiningMarksInARow() {
    assertThat(Question.of("a" + "\u0301".repeat(30) + "?").text()).hasSize(32);
    assertThat(Question.of("a" + "\u0301\u0327".repeat(900) + "b" + "\u0301".repeat(31) + "?").text())
        .isEqualTo("a" + "\u0301\u0327".repeat(15) + "b" + "\u0301".repeat(30) + "?");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 6})
  void wantsOneToFiveCitations(int citations) {
    assertThatThrownBy(() -> new Question("Who?", null, Filters.NONE, citations))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1 to 5");
  }

  @Test
  void startsAConversationWithoutFiltersByDefault() {
    Question question = Question.of("Who?");

    assertThat(question.conversationId()).isNull();
    assertThat(question.filters()).isEqualTo(Filters.NONE);
    assertThat(question.maxCitations()).isEqualTo(5);
  }
}
