package org.readingroom.answer;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.TokenWindowChatMemory;
import dev.langchain4j.model.TokenCountEstimator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Is what a conversation remembers while one question is answered, made anew from its turns each time, so that
 * it is the same in every process and after a restart. It is its memory's id, too.
 */
record Recollection(UUID id, List<Exchange> earlier) {

  /** How many exchanges are remembered at most, and how many characters of an answer. */
  private static final int MOST = 20;
  private static final int MAX_LENGTH = 600;
  /** What stands for an answer that is not known. */
  private static final String UNKNOWN = "…";

  /** Remembers what was asked and answered before, but for greetings and the like: no question leans on them. */
  static Recollection of(List<Exchange> earlier) {
    return new Recollection(UUID.randomUUID(),
        earlier.stream().filter(exchange -> !isSmallTalk(exchange.answer())).toList());
  }

  private static boolean isSmallTalk(@Nullable Answer answer) {
    return answer instanceof Answer.Told told && told.related().isEmpty();
  }

  /** Returns the memory: the questions and what was shown in answer to them, as many as the tokens allow. */
  ChatMemory memory(String system, int maxTokens, TokenCountEstimator tokens) {
    ChatMemory memory = TokenWindowChatMemory.builder().id(this).maxTokens(maxTokens, tokens).build();
    memory.add(SystemMessage.from(system));
    for (Exchange exchange : earlier.subList(Math.max(0, earlier.size() - MOST), earlier.size())) {
      memory.add(UserMessage.from(exchange.question()));
      memory.add(AiMessage.from(exchange.answer() == null ? UNKNOWN : gist(exchange.answer().text())));
    }
    return memory;
  }

  /** Returns the beginning of an answer without its markers, whose numbers mean nothing later. */
  private static String gist(String answer) {
    String text = answer.replaceAll("\\s*\\[\\d+\\]", "").strip();
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int space = text.lastIndexOf(' ', MAX_LENGTH);
    return text.substring(0, space < MAX_LENGTH / 2 ? MAX_LENGTH : space) + " …";
  }
}
