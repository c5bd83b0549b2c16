package org.readingroom.answer;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.List;
import java.util.function.Predicate;
import org.readingroom.model.ModelFault;
import org.readingroom.model.ModelFault.Kind;
import org.readingroom.model.Output;
import org.readingroom.search.Retrieval;

/**
 * Tells a language model in which form to answer: by a schema where its server takes one, else with markers. Where
 * nothing that was found answers, the model is not asked.
 */
final class FormedChatModel implements StreamingChatModel {

  private final StreamingChatModel model;
  private final String schema;
  private final String markers;
  private final Output output;
  private final Predicate<Retrieval> answerable;
  private volatile boolean refused;

  /**
   * Makes the model.
   *
   * @param schema what a model is told that answers by the schema
   * @param markers what one is told that answers with markers
   * @param answerable tells whether what was found may answer
   */
  FormedChatModel(StreamingChatModel model, String schema, String markers, Output output,
      Predicate<Retrieval> answerable) {
    this.answerable = answerable;
    this.model = model;
    this.schema = schema;
    this.markers = markers;
    this.output = output;
  }

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    boolean hopeless = UserMessage.findLast(request.messages())
        .map(message -> message.attribute(EvidenceAugmentor.RETRIEVAL, Retrieval.class))
        .filter(answerable.negate()).isPresent();
    if (hopeless) {
      handler.onCompleteResponse(
          ChatResponse.builder().aiMessage(AiMessage.from(Claims.NO_ANSWER)).build());
      return;
    }
    if (output == Output.MARKERS || refused) {
      model.chat(told(request, markers, null), handler);
      return;
    }
    model.chat(told(request, schema, StructuredClaims.FORMAT), new StreamingChatResponseHandler() {

      @Override
      public void onPartialResponse(PartialResponse words, PartialResponseContext context) {
        handler.onPartialResponse(words, context);
      }

      @Override
      public void onCompleteResponse(ChatResponse response) {
        handler.onCompleteResponse(response);
      }

      @Override
      public void onError(Throwable error) {
        if (output == Output.AUTO && error instanceof ModelFault fault && fault.kind() == Kind.REJECTED) {
          model.chat(told(request, markers, null), new Heard(handler));
        } else {
          handler.onError(error);
        }
      }
    });
  }

  /** Takes it for the schema's fault, once the same request without it went well. */
  private final class Heard implements StreamingChatResponseHandler {

    private final StreamingChatResponseHandler handler;

    Heard(StreamingChatResponseHandler handler) {
      this.handler = handler;
    }

    @Override
    public void onPartialResponse(PartialResponse words, PartialResponseContext context) {
      handler.onPartialResponse(words, context);
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      refused = true;
      handler.onCompleteResponse(response);
    }

    @Override
    public void onError(Throwable error) {
      handler.onError(error);
    }
  }

  private static ChatRequest told(ChatRequest request, String form,
      @org.jspecify.annotations.Nullable ResponseFormat format) {
    List<ChatMessage> messages = request.messages().stream()
        .map(message -> message instanceof SystemMessage system
            ? SystemMessage.from(system.text().strip() + "\n\n" + form.strip())
            : message)
        .toList();
    ChatRequest.Builder told = ChatRequest.builder().messages(messages);
    return (format == null ? told : told.responseFormat(format)).build();
  }
}
