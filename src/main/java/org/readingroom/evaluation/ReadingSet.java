package org.readingroom.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Holds questions that are asked about given contexts, such as SQuAD 2.0 (one context) and MTRAG (several,
 * with a conversation before).
 */
public record ReadingSet(String name, Map<String, SetText> contexts, List<ReadingQuestion> questions) {

  public ReadingSet {
    contexts = Collections.unmodifiableMap(new LinkedHashMap<>(contexts));
    questions = List.copyOf(questions);
  }

  /**
   * Reads {@code contexts.jsonl} and {@code questions.jsonl}, or the latter alone where its questions bring their texts.
   *
   * @throws MalformedSetException naming the line, if one cannot be understood
   */
  public static ReadingSet read(Path folder) {
    if (ConversationTasks.isIn(folder)) {
      return ConversationTasks.read(folder);
    }
    Map<String, SetText> contexts = new LinkedHashMap<>();
    SetText.read(folder.resolve("contexts.jsonl")).forEach(text -> contexts.put(text.id(), text));
    List<ReadingQuestion> questions = JsonLine.read(folder.resolve("questions.jsonl"),
        line -> question(line, contexts.keySet()));
    return new ReadingSet(String.valueOf(folder.getFileName()), contexts, questions);
  }

  /** Returns the contexts that a question is about. */
  public List<SetText> contextsOf(ReadingQuestion question) {
    return question.contexts().stream().map(id -> Objects.requireNonNull(contexts.get(id))).toList();
  }

  /** Returns the set with only so many of its questions that have a context, drawn by a seed. */
  public ReadingSet sample(int most, long seed) {
    List<ReadingQuestion> drawn = new ArrayList<>(
        questions.stream().filter(question -> !question.contexts().isEmpty()).toList());
    if (drawn.size() <= most) {
      return this;
    }
    Collections.shuffle(drawn, new Random(seed));
    return new ReadingSet(name, contexts, drawn.subList(0, most));
  }

  private static ReadingQuestion question(JsonLine line, Set<String> known) {
    List<String> contexts = line.node().has("context_ids")
        ? line.texts("context_ids")
        : List.of(line.text("context_id"));
    for (String context : contexts) {
      if (!known.contains(context)) {
        throw line.wrong("there is no context \"" + context + "\".");
      }
    }
    boolean answerable = line.flag("answerable");
    List<String> history = line.node().has("history") ? asked(line, "history") : List.of();
    List<String> answers = line.node().has("answers")
        ? line.objects("answers", answer -> answer.text("text")).stream().distinct().toList()
        : List.of();
    Set<String> relevant = line.node().has("relevant_ids")
        ? Set.copyOf(line.texts("relevant_ids"))
        : answerable ? Set.copyOf(contexts) : Set.of();
    String kind = line.textOr("answerability", answerable ? "answerable" : "unanswerable");
    return new ReadingQuestion(line.text("_id"), history, line.text("question"), contexts, relevant, answers,
        answerable, kind.toLowerCase(Locale.ROOT));
  }

  /** Returns the user's turns of a conversation. */
  static List<String> asked(JsonLine line, String field) {
    return line.objects(field, turn -> turn.text("speaker").equals("user") ? turn.text("text") : "").stream()
        .filter(turn -> !turn.isEmpty()).toList();
  }
}
