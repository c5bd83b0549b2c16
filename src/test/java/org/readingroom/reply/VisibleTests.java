package org.readingroom.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.InvalidQuestionException;
import org.readingroom.answer.Question;

class VisibleTests {

  @Test
  void theDocumentTakesThoseTextsThatCanBeAsked() {
    Pattern visible = Pattern.compile(Visible.PATTERN);
    List<String> parted = IntStream.rangeClosed(0, Character.MAX_VALUE)
        .filter(point -> Character.getType(point) != Character.SURROGATE)
        .filter(point -> visible.matcher(Character.toString(point)).find() != canBeAsked(point))
        .mapToObj(Integer::toHexString).toList();

    assertThat(parted).isEmpty();
  }

  private static boolean canBeAsked(int point) {
    try {
      return !Question.of(Character.toString(point)).text().isEmpty();
    } catch (InvalidQuestionException blank) {
      return false;
    }
  }
}
