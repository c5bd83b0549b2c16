package org.readingroom.answer;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Says what it is told to say, whatever it is asked, and remembers that. */
public final class ScriptedChatModel implements StreamingChatModel {

  final List<List<ChatMessage>> heard = new CopyOnWriteArrayList<>();
  private final AiMessage reply;

  public ScriptedChatModel(String reply) {
    this(AiMessage.from(reply));
  }

  ScriptedChatModel(AiMessage reply) {
    this.reply = reply;
  }

  /** Makes claims in order, each of which is given as the number of its evidence and its quotation. */
  static ScriptedChatModel claiming(Object... numbersAndQuotes) {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < numbersAndQuotes.length; i += 2) {
      claims.add(Claim.quoting((Integer) numbersAndQuotes[i], (String) numbersAndQuotes[i + 1]));
    }
    return new ScriptedChatModel(StructuredClaims.write(claims));
  }

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    heard.add(List.copyOf(request.messages()));
    handler.onCompleteResponse(ChatResponse.builder().aiMessage(reply).build());
  }

  /** Returns the user's messages as they were in the last request, the evidence with the last of them. */
  List<String> userMessages() {
    return users(heard.getLast()).map(UserMessage::singleText).toList();
  }

  private static Stream<UserMessage> users(List<ChatMessage> messages) {
    return messages.stream().filter(UserMessage.class::isInstance).map(UserMessage.class::cast);
  }
}
