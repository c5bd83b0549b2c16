package org.readingroom.answer;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.readingroom.passage.Passage;
import org.readingroom.search.Candidate;
import org.readingroom.search.Ranking;
import org.readingroom.search.Retrieval;

/**
 * Answers with spans of the evidence and needs no model server.
 *
 * <p>
 * Where a language model reads the evidence in the prompt, this one reads the {@link Retrieval} that the same
 * message carries as an attribute.
 */
final class ExtractiveChatModel implements StreamingChatModel {

  /** What replies say wrote the answer. */
  static final String NAME = "extractive";

  private final QuoteSelector selector;
  private final Ranking ranking;

  ExtractiveChatModel(QuoteSelector selector, Ranking ranking) {
    this.selector = selector;
    this.ranking = ranking;
  }

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    List<Claim> claims = new ArrayList<>();
    UserMessage.findLast(new ArrayList<>(request.messages())).ifPresent(message -> {
      Retrieval retrieval = message.attribute(EvidenceAugmentor.RETRIEVAL, Retrieval.class);
      Integer most = message.attribute(EvidenceAugmentor.MAX_CITATIONS, Integer.class);
      if (retrieval != null) {
        claims.addAll(claims(retrieval, most == null ? Question.MAX_CITATIONS : most));
      }
    });
    handler.onCompleteResponse(
        ChatResponse.builder().aiMessage(AiMessage.from(StructuredClaims.write(claims))).build());
  }

  /** Returns what the evidence itself says to the question, each claim a quotation. */
  List<Claim> claims(Retrieval retrieval, int most) {
    List<Claim> claims = new ArrayList<>();
    for (Candidate chosen : selector.select(retrieval, most)) {
      evidence(retrieval, chosen).ifPresent(number -> claims.add(Claim.quoting(number, chosen.text())));
    }
    return claims;
  }

  /** Tells whether what was found may answer. */
  boolean isAnswerable(Retrieval retrieval) {
    return selector.isAnswerable(retrieval);
  }

  /** Tells whether there is something to say that may be no answer. */
  boolean isUnsure(Retrieval retrieval) {
    return selector.isUnsure(retrieval);
  }

  /**
   * Says what the evidence offered to an answer.
   *
   * @param dropped what a language model said that was not shown as supported
   */
  Explanation explain(Retrieval retrieval, Answer answer, List<ModelTrace.Dropped> dropped) {
    return selector.explain(retrieval, answer, dropped, ranking);
  }

  /** Returns the number of the passage in which a candidate begins. */
  private static OptionalInt evidence(Retrieval retrieval, Candidate candidate) {
    for (int i = 0; i < retrieval.passages().size(); i++) {
      Passage passage = retrieval.passages().get(i).passage();
      if (passage.document().equals(candidate.document())
          && passage.span().contains(candidate.sentences().getFirst().span())) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }
}
