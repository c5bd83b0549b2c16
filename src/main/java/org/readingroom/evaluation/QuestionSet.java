package org.readingroom.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/**
 * Holds the questions of a set, as they stand in its {@code questions.jsonl}.
 *
 * @param name the name of the set's folder
 * @param sha256 the SHA-256 of {@code questions.jsonl}
 */
public record QuestionSet(String name, String sha256, List<GoldQuestion> questions) {

  static final String FILE = "questions.jsonl";

  /** Matches as the set's authors' tools do: any case, and word characters of any script. */
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
      | Pattern.UNICODE_CHARACTER_CLASS;

  public QuestionSet {
    questions = List.copyOf(questions);
  }

  /**
   * Reads a set.
   *
   * @param folder the folder that holds {@code questions.jsonl}
   * @throws MalformedSetException naming the line, if one cannot be understood
   */
  public static QuestionSet read(Path folder) {
    Path file = folder.resolve(FILE);
    Set<String> seen = new HashSet<>();
    List<GoldQuestion> questions = JsonLine.read(file, line -> question(line, seen));
    if (questions.isEmpty()) {
      throw new MalformedSetException("The file " + file + " holds no question.");
    }
    return new QuestionSet(String.valueOf(folder.getFileName()), Fingerprint.of(file), questions);
  }

  private static GoldQuestion question(JsonLine line, Set<String> seen) {
    String id = line.text("id");
    if (!seen.add(id)) {
      throw line.wrong("the id \"" + id + "\" is used twice.");
    }
    List<String> turns = line.texts("turns");
    if (turns.isEmpty() || turns.stream().anyMatch(String::isBlank)) {
      throw line.wrong("\"turns\" needs at least one turn, and none that is empty.");
    }
    boolean answerable = line.flag("answerable");
    Set<Integer> documents = Set.copyOf(line.integers("documents"));
    if (answerable && documents.isEmpty()) {
      throw line.wrong("an answerable question names the documents that answer it.");
    }
    List<GoldSpan> evidence = line.objects("evidence",
        span -> new GoldSpan(span.integer("document"), span.text("quote")));
    for (GoldSpan span : evidence) {
      if (!documents.contains(span.document())) {
        throw line.wrong("there is evidence from document " + span.document()
            + ", which is not among \"documents\".");
      }
      if (Words.of(span.quote()).isEmpty()) {
        throw line.wrong("a quotation in \"evidence\" holds no word.");
      }
    }
    List<Pattern> must = line.texts("must").stream().map(pattern -> pattern(line, pattern)).toList();
    return new GoldQuestion(id, line.text("type"), turns, answerable, documents, evidence,
        line.textOr("answer", ""), must);
  }

  private static Pattern pattern(JsonLine line, String pattern) {
    try {
      return Pattern.compile(pattern, FLAGS);
    } catch (PatternSyntaxException e) {
      throw line.wrong("\"" + pattern + "\" in \"must\" is not a pattern.");
    }
  }

  /** Returns the set with so many of its questions, drawn by a seed, in their order; all where there are no more. */
  QuestionSet sample(int count, long seed) {
    List<Integer> places = new ArrayList<>(IntStream.range(0, questions.size()).boxed().toList());
    Collections.shuffle(places, new Random(seed));
    return new QuestionSet(name, sha256,
        places.stream().limit(count).sorted().map(questions::get).toList());
  }
}
