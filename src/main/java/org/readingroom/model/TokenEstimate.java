package org.readingroom.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.TokenCountEstimator;

/**
 * Counts tokens without knowing the model's vocabulary: one for every four letters of a word, every digit and
 * every other sign, which is above what the vocabularies of today make of English with foreign names and tables.
 */
public final class TokenEstimate implements TokenCountEstimator {

  private static final int LETTERS = 4;
  private static final int PER_MESSAGE = 6;

  @Override
  public int estimateTokenCountInText(String text) {
    int tokens = 0;
    int letters = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetter(c)) {
        // Letters beyond the Latin ones are tokens of their own, or two.
        letters += c < 0x250 ? 1 : LETTERS * 2;
      } else {
        tokens += (letters + LETTERS - 1) / LETTERS + (Character.isWhitespace(c) && c != '\n' ? 0 : 1);
        letters = 0;
      }
    }
    return tokens;
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
