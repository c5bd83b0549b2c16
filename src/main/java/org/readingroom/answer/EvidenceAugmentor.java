package org.readingroom.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.AugmentationResult;
import dev.langchain4j.rag.RetrievalAugmentor;
import java.util.Map;
import org.readingroom.search.PassageContentRetriever;
import org.readingroom.search.Retrieval;

/** Lets the message that goes to the chat model carry the retrieval it was made from, as attributes. */
final class EvidenceAugmentor implements RetrievalAugmentor {

  /** The attribute and invocation parameter that holds the {@link Retrieval}. */
  static final String RETRIEVAL = PassageContentRetriever.RETRIEVAL;
  /** The attribute and invocation parameter that holds how many quotations are wanted at most. */
  static final String MAX_CITATIONS = "max_citations";

  /** The invocation parameter that holds the {@link AnswerListener}. */
  static final String LISTENER = "listener";

  /** The invocation parameter that holds the passages in the prompt, in the order of their numbers. */
  static final String EVIDENCE = "evidence";

  private final RetrievalAugmentor augmentor;

  EvidenceAugmentor(RetrievalAugmentor augmentor) {
    this.augmentor = augmentor;
  }

  @Override
  public AugmentationResult augment(AugmentationRequest request) {
    AugmentationResult result = augmentor.augment(request);
    InvocationParameters parameters = request.metadata().invocationParameters();
    ChatMessage message = result.chatMessage();
    if (parameters != null && message instanceof UserMessage question) {
      Map<String, Object> attributes = parameters.asMap();
      AnswerListener listener = parameters.getOrDefault(LISTENER, AnswerListener.NONE);
      Retrieval retrieval = parameters.get(RETRIEVAL);
      if (retrieval != null) {
        listener.retrieved(retrieval.passages());
      }
      if (listener.isCancelled()) {
        throw new AnswerCancelledException();
      }
      message = question.toBuilder().attributes(attributes).build();
    }
    return AugmentationResult.builder().chatMessage(message).contents(result.contents()).build();
  }
}
