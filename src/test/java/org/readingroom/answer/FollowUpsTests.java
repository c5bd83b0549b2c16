package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpsTests {

  private static final String FIRST = "How much lead did Stalin want from Korea in 1950?";

  @ParameterizedTest
  @ValueSource(strings = {"And how much of it was sent?", "What about gold?", "How about silver?", "Why?",
      "When?",
      "And in 1951?", "And Mao Zedong?", "Did he get it?", "Who told him that?",
      "What did they say about this?",
      "Was it enough for the factories?", "Was that enough for the factories?", "So who paid for it?",
      "But who carried the whole lot of it there?", "What did Stalin reply?", "Did Stalin agree?",
      "What did Stalin tell him?", "Did Zhou Enlai trust him?", "In 1952?", "1952?", "14 May 1951?",
      "By Mao?",
      "In Kaesong?", "why did stalin refuse", "WHAT DID HE SAY TO THE AMBASSADOR?", "Is it true?",
      "Was it true that he wanted the lead himself?", "Why that was refused in Moscow?"})
  void aQuestionThatLeansOnAnEarlierOneStandsAfterIt(String question) {
    assertThat(FollowUps.resolve(question, List.of(FIRST))).isEqualTo(FIRST + " " + question);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Who commanded the volunteers of the Chinese army?",
      "How many tanks did Mao Zedong ask Stalin for?", "What did Zhou Enlai tell Roshchin in Beijing?",
      "What does document 22 say about the truce?", "Which cities were bombed in the summer of 1951?",
      "石桥是谁修建的？", "MiG-15飞机有多少架？", "สะพานสร้างเมื่อไร", "من بنى السوق القديم؟", "다리는 언제 지어졌습니까?",
      "Quem governou o reino da itália durante a guerra?", "Why did Mao want Kim to visit him?",
      "What does document 22 say?", "When Kim Il Sung asked for help in 1950, what did Mao answer?",
      "What happened in 1951?", "what did mao want", "WHAT DID MAO WANT?",
      "Is it true that Mao sent troops to Korea in October 1950?", "Was it Stalin who ordered the retreat?",
      "Who wrote the telegram that was sent on 14 May 1950?", "Who was Trotsky and who killed him?"})
  void aQuestionThatStandsAloneStaysAsItIs(String question) {
    assertThat(FollowUps.resolve(question, List.of(FIRST))).isEqualTo(question);
  }

  @ParameterizedTest
  @ValueSource(strings = {"And how much of it was sent?", "Why?", "", "{{question}}", "😀"})
  void nothingStandsBeforeTheFirstQuestion(String question) {
    assertThat(FollowUps.resolve(question, List.of())).isEqualTo(question);
  }

  @Test
  void aChainOfQuestionsLeansOnTheOneThatStandsAlone() {
    assertThat(FollowUps.resolve("When?", List.of("What did Mao Zedong want from Stalin?", FIRST,
        "Did he get it?"))).isEqualTo(FIRST + " Did he get it? When?");
  }

  @Test
  void aLongChainOfQuestionsKeepsTheOneThatStandsAlone() {
    assertThat(FollowUps.resolve("Why?", List.of(FIRST, "Did he get it?", "When?")))
        .isEqualTo(FIRST + " When? Why?");
  }
}
