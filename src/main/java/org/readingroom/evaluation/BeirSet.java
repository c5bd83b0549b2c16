package org.readingroom.evaluation;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds a retrieval set in the form of BEIR (Thakur et al. 2021).
 *
 * @param name the name of the set's folder
 * @param corpus the texts to search
 * @param queries the queries by id
 * @param qrels the grades of texts by query and text; 0 is not relevant
 */
public record BeirSet(String name, List<SetText> corpus, Map<String, String> queries,
    Map<String, Map<String, Integer>> qrels) {

  public BeirSet {
    corpus = List.copyOf(corpus);
    queries = Collections.unmodifiableMap(new LinkedHashMap<>(queries));
    qrels = Collections.unmodifiableMap(new LinkedHashMap<>(qrels));
  }

  /**
   * Reads {@code corpus.jsonl}, {@code queries.jsonl} and {@code qrels.tsv}.
   *
   * @throws MalformedSetException naming the line, if one cannot be understood
   */
  public static BeirSet read(Path folder) {
    List<SetText> corpus = SetText.read(folder.resolve("corpus.jsonl"));
    Map<String, String> queries = new LinkedHashMap<>();
    JsonLine.read(folder.resolve("queries.jsonl"), line -> {
      String id = line.text("_id");
      if (queries.putIfAbsent(id, line.text("text")) != null) {
        throw line.wrong("the id \"" + id + "\" is used twice.");
      }
      return id;
    });
    Set<String> texts = new HashSet<>(corpus.stream().map(SetText::id).toList());
    return new BeirSet(String.valueOf(folder.getFileName()), corpus, queries,
        qrels(folder.resolve("qrels.tsv"), queries.keySet(), texts));
  }

  private static Map<String, Map<String, Integer>> qrels(Path file, Set<String> queries, Set<String> texts) {
    Map<String, Map<String, Integer>> qrels = new LinkedHashMap<>();
    List<String> lines = JsonLine.lines(file);
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      List<String> fields = List.of(lines.get(i).split("\t", -1));
      if (fields.size() != 3) {
        throw new MalformedSetException(file, i + 1,
            "there are " + fields.size() + " fields, not three with tabs between.");
      }
      if (!queries.contains(fields.get(0))) {
        throw new MalformedSetException(file, i + 1, "there is no query \"" + fields.get(0) + "\".");
      }
      if (!texts.contains(fields.get(1))) {
        throw new MalformedSetException(file, i + 1, "there is no text \"" + fields.get(1) + "\".");
      }
      qrels.computeIfAbsent(fields.get(0), query -> new LinkedHashMap<>()).merge(fields.get(1),
          grade(file, i + 1, fields.get(2)), Math::max);
    }
    return qrels;
  }

  private static int grade(Path file, int line, String grade) {
    try {
      return Integer.parseInt(grade.strip());
    } catch (NumberFormatException e) {
      throw new MalformedSetException(file, line, "the grade \"" + grade + "\" is not a whole number.");
    }
  }
}
