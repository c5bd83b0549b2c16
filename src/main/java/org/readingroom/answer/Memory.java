package org.readingroom.answer;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import java.util.ArrayList;
import java.util.List;

/** Keeps in a conversation's memory what was shown, in place of what the model said. */
final class Memory {

  private static final int MAX_LENGTH = 600;

  private Memory() {}

  /** Puts an answer behind the last question. */
  static void remember(ChatMemory memory, Answer answer) {
    List<ChatMessage> messages = upToLastQuestion(memory, true);
    messages.add(AiMessage.from(gist(answer.text())));
    memory.set(messages);
  }

  /** Takes the last question out, if it has no answer. */
  static void forgetLast(ChatMemory memory) {
    List<ChatMessage> messages = memory.messages();
    if (!messages.isEmpty() && messages.getLast() instanceof UserMessage) {
      List<ChatMessage> rest = upToLastQuestion(memory, false);
      memory.clear();
      memory.add(rest);
    }
  }

  private static List<ChatMessage> upToLastQuestion(ChatMemory memory, boolean included) {
    List<ChatMessage> messages = new ArrayList<>(memory.messages());
    while (!messages.isEmpty() && !(messages.getLast() instanceof UserMessage)) {
      messages.removeLast();
    }
    if (!included && !messages.isEmpty()) {
      messages.removeLast();
    }
    return messages;
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
