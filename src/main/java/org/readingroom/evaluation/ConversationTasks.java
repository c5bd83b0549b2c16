package org.readingroom.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * Reads questions that bring the texts that answer them, as MTRAG-UN has them. Each is asked of the texts of all
 * questions of its collection: one without an answer brings none.
 */
final class ConversationTasks {

  private static final Set<String> ANSWERABLE = Set.of("answerable", "partial");

  private final Map<String, SetText> contexts = new LinkedHashMap<>();
  private final Map<String, Set<String>> collections = new LinkedHashMap<>();

  private ConversationTasks() {}

  /** Tells whether the questions of a folder bring their texts; the first line shows it. */
  static boolean isIn(Path folder) {
    try (BufferedReader reader = Files.newBufferedReader(folder.resolve(QuestionSet.FILE))) {
      return Json.MAPPER.readTree(Objects.requireNonNullElse(reader.readLine(), "")).path("contexts").isArray();
    } catch (IOException | JacksonException e) {
      // What is wrong with it is said when it is read as a question set.
      return false;
    }
  }

  static ReadingSet read(Path folder) {
    ConversationTasks tasks = new ConversationTasks();
    Path file = folder.resolve(QuestionSet.FILE);
    JsonLine.read(file, tasks::addTexts);
    List<ReadingQuestion> questions = JsonLine.read(file, tasks::question);
    return new ReadingSet(String.valueOf(folder.getFileName()), tasks.contexts, questions);
  }

  private String addTexts(JsonLine line) {
    String collection = line.textOr("collection", "");
    Set<String> ids = collections.computeIfAbsent(collection, name -> new LinkedHashSet<>());
    for (SetText text : texts(line)) {
      SetText before = contexts.putIfAbsent(text.id(), text);
      if (before != null && !before.equals(text)) {
        throw line.wrong("the id \"" + text.id() + "\" is used for two texts.");
      }
      ids.add(text.id());
    }
    return collection;
  }

  private static List<SetText> texts(JsonLine line) {
    return line.objects("contexts",
        text -> new SetText(text.text("id"), text.textOr("title", ""), text.text("text")));
  }

  private ReadingQuestion question(JsonLine line) {
    List<String> turns = new ArrayList<>(ReadingSet.asked(line, "turns"));
    if (turns.isEmpty()) {
      throw line.wrong("\"turns\" holds no turn of the user.");
    }
    String question = turns.removeLast();
    String kind = line.text("answerability").toLowerCase(Locale.ROOT);
    Set<String> all = collections.getOrDefault(line.textOr("collection", ""), Set.of());
    return new ReadingQuestion(line.text("id"), turns, question, List.copyOf(all),
        texts(line).stream().map(SetText::id).collect(Collectors.toSet()), List.of(), ANSWERABLE.contains(kind), kind);
  }
}
