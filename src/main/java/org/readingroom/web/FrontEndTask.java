package org.readingroom.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request that a chat front end makes for itself beside the user's questions, such as for a title of the chat.
 *
 * <p>
 * Open WebUI and LibreChat send such requests to the model that answers. They are known by the parts of their
 * prompts that stay the same from version to version, and are answered from what the user asked, without a search.
 */
final class FrontEndTask {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Begins every prompt of Open WebUI's but that for an emoji. */
  private static final String TASK = "### Task:";
  private static final String FORM = "JSON format:";
  private static final Pattern KEY = Pattern
      .compile("\\s{0,9}`?\\{\\s{0,9}\"(title|tags|follow_ups|queries|prompt|text)\"");
  private static final String HISTORY = "<chat_history>";
  private static final String HISTORY_END = "</chat_history>";
  private static final String EMOJI = "Your task is to reflect the speaker's likely facial expression";

  /** LibreChat asks for a title alone, and for one in JSON; before that it asked in a system message. */
  private static final Pattern TITLE = Pattern
      .compile("(?:Provide|Please generate) a concise, 5-word-or-less title for the conversation.*",
          Pattern.DOTALL);
  private static final String STRUCTURED_TITLE = "Analyze this conversation and provide:";

  private static final Pattern SPEAKER = Pattern
      .compile("^(?:\\|\\|>)?(?:(user)|assistant|ai|response|title|system|tool):",
          Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private final String key;
  private final String chat;

  private FrontEndTask(String key, String chat) {
    this.key = key;
    this.chat = chat;
  }

  /** Finds the task that a chat ends with, if it ends with one. */
  static Optional<FrontEndTask> in(ChatRequest request) {
    String text = request.last().strip();
    if (text.startsWith(TASK)) {
      int form = text.indexOf(FORM);
      int history = text.indexOf(HISTORY);
      Matcher key = KEY.matcher(text);
      if (form >= 0 && history >= 0 && key.region(form + FORM.length(), text.length()).lookingAt()) {
        int end = text.lastIndexOf(HISTORY_END);
        int start = history + HISTORY.length();
        return Optional.of(new FrontEndTask(key.group(1), text.substring(start, Math.max(start, end))));
      }
      return Optional.empty();
    }
    if (text.startsWith(EMOJI)) {
      return Optional.of(new FrontEndTask("emoji", ""));
    }
    if (text.startsWith(STRUCTURED_TITLE)) {
      return Optional.of(new FrontEndTask("language", text));
    }
    return TITLE.matcher(text).matches()
        ? Optional.of(new FrontEndTask("plain", text))
        : Optional.empty();
  }

  /** Returns the reply in the form that the front end reads. */
  String reply() {
    List<String> asked = asked();
    AskedWords first = new AskedWords(asked.isEmpty() ? "" : asked.getFirst());
    String last = asked.isEmpty() ? "" : asked.getLast();
    return switch (key) {
      case "title" -> JSON.writeValueAsString(Map.of(key, first.title()));
      case "tags" -> JSON.writeValueAsString(Map.of(key, first.tags()));
      case "follow_ups" -> JSON.writeValueAsString(Map.of(key, new AskedWords(last).followUps()));
      case "queries" -> JSON.writeValueAsString(Map.of(key, last.isEmpty() ? List.of() : List.of(last)));
      case "prompt" -> JSON.writeValueAsString(Map.of(key, last));
      // What somebody is about to type is not guessed.
      case "text" -> JSON.writeValueAsString(Map.of(key, ""));
      case "emoji" -> "🙂";
      case "language" -> JSON.writeValueAsString(Map.of(key, "English", "title", first.title()));
      default -> first.title();
    };
  }

  /** Returns what the user said in the chat that the prompt repeats, in order. */
  private List<String> asked() {
    List<String> asked = new ArrayList<>();
    Matcher speaker = SPEAKER.matcher(chat);
    int from = -1;
    while (speaker.find()) {
      if (from >= 0) {
        asked.add(chat.substring(from, speaker.start()));
      }
      from = speaker.group(1) == null ? -1 : speaker.end();
    }
    if (from >= 0) {
      asked.add(chat.substring(from));
    }
    return asked.stream().map(String::strip).filter(words -> !words.isEmpty()).toList();
  }
}
