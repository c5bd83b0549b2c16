package org.readingroom.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.TokenCountEstimator;
import java.nio.charset.StandardCharsets;

/**
 * Counts tokens without knowing the model's vocabulary: a third of the bytes, which is above what the
 * vocabularies of today make of English prose with foreign names in it.
 */
public final class TokenEstimate implements TokenCountEstimator {

  private static final double BYTES_PER_TOKEN = 3;
  private static final int PER_MESSAGE = 6;

  @Override
  public int estimateTokenCountInText(String text) {
    return (int) Math.ceil(text.getBytes(StandardCharsets.UTF_8).length / BYTES_PER_TOKEN);
  }

  @Override
  public int estimateTokenCountInMessage(ChatMessage message) {
    return PER_MESSAGE + switch (message) {
      case SystemMessage system -> estimateTokenCountInText(system.text());
      case UserMessage user -> user.hasSingleText() ? estimateTokenCountInText(user.singleText()) : 0;
      case AiMessage ai -> ai.text() == null ? 0 : estimateTokenCountInText(ai.text());
      default -> 0;
    };
  }

  @Override
  public int estimateTokenCountInMessages(Iterable<ChatMessage> messages) {
    int sum = 0;
    for (ChatMessage message : messages) {
      sum += estimateTokenCountInMessage(message);
    }
    return sum;
  }
}
