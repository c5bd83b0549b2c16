package org.readingroom.answer;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import java.util.List;
import java.util.UUID;
import org.readingroom.answer.Claims.Claim;

/**
 * Is what a conversation remembers while one question is answered, made anew from its turns each time, so that
 * it is the same in every process and after a restart. It is its memory's id, too.
 */
record Recollection(UUID id, List<Exchange> earlier) {

  static Recollection of(List<Exchange> earlier) {
    return new Recollection(UUID.randomUUID(), List.copyOf(earlier));
  }

  /**
   * Returns the memory: the questions, and the answers in the form in which a model gives them.
   *
   * @param messages how many messages are remembered
   */
  ChatMemory memory(String system, int messages) {
    MessageWindowChatMemory memory = MessageWindowChatMemory.builder().id(this).maxMessages(messages).build();
    memory.add(SystemMessage.from(system));
    for (Exchange exchange : earlier.subList(Math.max(0, earlier.size() - messages / 2), earlier.size())) {
      memory.add(UserMessage.from(exchange.question()));
      memory.add(AiMessage.from(claims(exchange).write()));
    }
    return memory;
  }

  private static Claims claims(Exchange exchange) {
    return exchange.answer() instanceof Answer.Answered answered
        ? new Claims(answered.citations().stream()
            .map(citation -> new Claim(citation.marker(), citation.quote().text())).toList())
        : Claims.NONE;
  }
}
