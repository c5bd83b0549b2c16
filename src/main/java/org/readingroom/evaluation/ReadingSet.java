package org.readingroom.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Holds questions that are asked about given contexts, such as SQuAD 2.0 (one context) and MTRAG (several,
 * with a conversation before).
 */
public record ReadingSet(String name, Map<String, SetText> contexts, List<ReadingQuestion> questions) {

  private static final String CONTEXTS = "contexts.jsonl";
  private static final String OWN = "contexts";

  public ReadingSet {
    contexts = Collections.unmodifiableMap(new LinkedHashMap<>(contexts));
    questions = List.copyOf(questions);
  }

  /**
   * Reads {@code contexts.jsonl} and {@code questions.jsonl}; without the first each question has its contexts with it.
   *
   * @throws MalformedSetException naming the line, if one cannot be understood
   */
  public static ReadingSet read(Path folder) {
    Map<String, SetText> contexts = new LinkedHashMap<>();
    if (Files.exists(folder.resolve(CONTEXTS))) {
      SetText.read(folder.resolve(CONTEXTS)).forEach(text -> contexts.put(text.id(), text));
    }
    List<ReadingQuestion> questions = JsonLine.read(folder.resolve(QuestionSet.FILE),
        line -> line.node().has(OWN) ? withTurns(line, contexts) : question(line, contexts.keySet()));
    return new ReadingSet(String.valueOf(folder.getFileName()), contexts, questions);
  }

  /** Tells whether the questions of a folder have their contexts with them. */
  static boolean hasContexts(Path folder) {
    return JsonLine.read(folder.resolve(QuestionSet.FILE), line -> line.node().has(OWN)).stream().findFirst()
        .orElse(false);
  }

  /** Reads the form of MTRAG-UN: what is underspecified has no answer; what is answered in part has one. */
  private static ReadingQuestion withTurns(JsonLine line, Map<String, SetText> contexts) {
    List<String> asked = line
        .objects("turns", turn -> turn.text("speaker").equals("user") ? turn.text("text") : "")
        .stream().filter(turn -> !turn.isEmpty()).toList();
    if (asked.isEmpty()) {
      throw line.wrong("no turn is the user's.");
    }
    List<String> own = line.objects(OWN, context -> {
      SetText text = new SetText(context.text("id"), context.textOr("title", ""), context.text("text"));
      SetText known = contexts.putIfAbsent(text.id(), text);
      if (known == null || known.equals(text)) {
        return text.id();
      }
      String other = text.id() + " of " + line.text("id");
      contexts.put(other, new SetText(other, text.title(), text.text()));
      return other;
    });
    boolean answerable = switch (line.text("answerability")) {
      case "ANSWERABLE", "PARTIAL" -> true;
      case "UNANSWERABLE", "UNDERSPECIFIED" -> false;
      default -> throw line.wrong("\"answerability\" is none that is known.");
    };
    return new ReadingQuestion(line.text("id"), asked.subList(0, asked.size() - 1), asked.getLast(),
        own.stream().distinct().toList(), answerable ? Set.copyOf(own) : Set.of(), List.of(), answerable);
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
    List<String> history = line.node().has("history")
        ? line.objects("history", turn -> turn.text("speaker").equals("user") ? turn.text("text") : "")
        : List.of();
    List<String> answers = line.node().has("answers")
        ? line.objects("answers", answer -> answer.text("text")).stream().distinct().toList()
        : List.of();
    Set<String> relevant = line.node().has("relevant_ids")
        ? Set.copyOf(line.texts("relevant_ids"))
        : answerable ? Set.copyOf(contexts) : Set.of();
    return new ReadingQuestion(line.text("_id"), history.stream().filter(turn -> !turn.isEmpty()).toList(),
        line.text("question"), contexts, relevant, answers, answerable);
  }
}
