package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmptyWordsTests {

  private final EmptyWords empty = new EmptyWords("What did Mao say about the 38th parallel?");

  @ParameterizedTest
  @ValueSource(strings = {"Who designed the MiG-15bis aircraft?", "Who designed the VK-1 engine",
      "“Was it so?”",
      "What did Mao say about the 38th parallel?", "Li Kenong.", "0130 12 July", "The Armistice Negotiations",
      "Conclusion:", "The documents mention bacteriological weapons.", "Evidence 3 discusses the talks.",
      "The evidence does not say when the war began.", "Based on the provided evidence",
      "There is not enough information to tell.", "The date of the attack is not mentioned.",
      "The place is not specified in the passages.", "It was not mentioned at the talks.",
      "The documents provide information about the talks between Mao and Stalin in 1950.",
      "As an AI language model I have no opinion.", "What Mao did say about the 38th parallel.",
      "The passages are not about this.", "I cannot answer from these documents.", "桥是什么时候建成的？",
      "متى بنى التجار السوق القديم؟", "محمد علي", "Чжоу Эньлай."})
  void whatClaimsNothingIsRecognised(String sentence) {
    assertThat(empty.fault(sentence)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mao said that the 38th parallel must not be crossed.",
      "Stalin did not answer Kim’s telegram.",
      "The document states that Kim asked for lead.", "The text was sent to Stalin on 5 July 1950.",
      "Document 22 describes an order for the delivery of lead to Korea.",
      "The document lists 37 violations of the armistice.",
      "Air cover for the Chinese troops was not provided in November 1951.",
      "The question of lead was settled in May.", "Kim answered no.",
      "It was not known when the train would come.",
      "Whatever Kim asked for was sent.", "The evidence shows that the troops left.",
      "Nothing was said of tanks.", "石桥由商人王德明出资修建。", "桥上有3架MiG-15飞机。", "石橋は一七八二年に建てられた。",
      "다리는 강 위에 서 있다.", "بنى التجار السوق القديم.", "הסוחרים בנו את הגשר.", "पुल नदी पर बना है।",
      "พ่อค้าสร้างสะพานหิน", "Купцы построили мост."})
  void whatClaimsSomethingIsNot(String sentence) {
    assertThat(empty.fault(sentence)).isEmpty();
  }

  @Test
  void aQuestionIsRepeatedInOtherForms() {
    assertThat(new EmptyWords("How did Mao’s stand on the armies change in July?")
        .fault("Mao’s stand on the army changed in July.")).isEmpty();
    assertThat(new EmptyWords("How did Mao’s stand on the armies change in July?")
        .fault("The stand of Mao on the armies changed in July.")).isEqualTo("it repeats the question");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Did Stalin fear a war?", "Was Stalin afraid of a war?"})
  void aQuestionThatAsksWhetherMayBeAnsweredInItsWords(String question) {
    assertThat(new EmptyWords(question).fault("Stalin did fear a war, afraid as he was.")).isEmpty();
    assertThat(new EmptyWords(question).fault(question)).isNotEmpty();
  }
}
