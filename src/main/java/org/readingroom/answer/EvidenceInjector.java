package org.readingroom.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.injector.ContentInjector;
import java.util.List;
import java.util.Map;

/** Puts a question and its evidence, numbered from 1, into the prompt. */
final class EvidenceInjector implements ContentInjector {

  private final String prompt;

  EvidenceInjector(String prompt) {
    this.prompt = prompt;
  }

  @Override
  public ChatMessage inject(List<Content> contents, ChatMessage message) {
    StringBuilder evidence = new StringBuilder();
    for (int i = 0; i < contents.size(); i++) {
      var segment = contents.get(i).textSegment();
      evidence.append('[').append(i + 1).append("] (").append(segment.metadata().getString("title"))
          .append(", written ").append(segment.metadata().getString("date")).append(")\n")
          .append(segment.text()).append("\n\n");
    }
    String question = message instanceof UserMessage user ? user.singleText() : "";
    return UserMessage.from(
        Prompts.fill(prompt, Map.of("question", question, "evidence", evidence.toString().strip())));
  }
}
