package org.readingroom.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.injector.ContentInjector;
import java.util.List;

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
          .append(", ")
          .append(segment.metadata().getString("date")).append(")\n").append(segment.text()).append("\n\n");
    }
    String question = message instanceof UserMessage user ? user.singleText() : "";
    int gap = prompt.indexOf("{{evidence}}");
    String before = prompt.substring(0, gap).replace("{{question}}", question);
    String after = prompt.substring(gap + "{{evidence}}".length()).replace("{{question}}", question);
    return UserMessage.from(before + evidence.toString().strip() + after);
  }
}
