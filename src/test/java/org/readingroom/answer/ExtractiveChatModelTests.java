package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.readingroom.search.ReadPassage;
import org.readingroom.search.Retrieval;
import org.readingroom.search.RetrievedPassage;

class ExtractiveChatModelTests {

  private static final String TANKS = "We ask for nine regiments of tanks.";
  private static final ReadPassage LEAD = Samples.read(Samples.LEAD, -9, 3, -9);
  private static final ReadPassage TANK = Samples.read(Samples.PLANES, -9, 2.95, -9);

  private final ExtractiveChatModel model = Samples.extractive();

  private List<Claim> answer(Map<String, Object> attributes) {
    UserMessage message = UserMessage.from("How much lead?").toBuilder().attributes(attributes).build();
    AtomicReference<String> said = new AtomicReference<>();
    model.doChat(ChatRequest.builder()
        .messages(List.of(SystemMessage.from("Be honest."), UserMessage.from("Earlier?"), message)).build(),
        new StreamingChatResponseHandler() {

          @Override
          public void onCompleteResponse(ChatResponse response) {
            said.set(response.aiMessage().text());
          }

          @Override
          public void onError(Throwable error) {
            throw new AssertionError(error);
          }
        });
    return Claims.read(said.get(), true).claims();
  }

  @Test
  void claimsTheWordsThatAnswerWithTheNumbersOfTheirPassages() {
    Retrieval retrieval = Samples.retrieval("q", LEAD, TANK);

    assertThat(answer(Map.of(EvidenceAugmentor.RETRIEVAL, retrieval)))
        .isEqualTo(List.of(Claim.quoting(1, Samples.LEAD_WORDS), Claim.quoting(2, TANKS)));
  }

  @Test
  void claimsAtMostAsMuchAsIsWanted() {
    Retrieval retrieval = Samples.retrieval("q", LEAD, TANK);

    assertThat(
        answer(Map.of(EvidenceAugmentor.RETRIEVAL, retrieval, EvidenceAugmentor.MAX_CITATIONS, 1)))
        .hasSize(1);
  }

  @Test
  void claimsNothingWithoutEvidence() {
    assertThat(answer(Map.of())).isEmpty();
    assertThat(answer(Map.of(EvidenceAugmentor.RETRIEVAL, Samples.retrieval("q", List.of()))))
        .isEmpty();
  }

  @Test
  void claimsNothingWhereNoSentenceAnswersWellEnough() {
    Retrieval poor = Samples.retrieval("q", Samples.read(Samples.LEAD, -9, -0.1, -9));

    assertThat(answer(Map.of(EvidenceAugmentor.RETRIEVAL, poor))).isEmpty();
  }

  @Test
  void claimsNothingThatStandsInNoPassageFound() {
    Retrieval odd = new Retrieval(Samples.query("q"), List.of(new RetrievedPassage(TANK.passage(), 1)),
        List.of(LEAD, TANK));

    assertThat(answer(Map.of(EvidenceAugmentor.RETRIEVAL, odd)))
        .isEqualTo(List.of(Claim.quoting(1, TANKS)));
  }
}
