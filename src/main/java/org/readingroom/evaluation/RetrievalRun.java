package org.readingroom.evaluation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds what a ranker found for every query of a set.
 *
 * @param rankings the texts found, the best first, by query
 * @param elapsedMs how long each query took, in milliseconds, in the same order
 */
public record RetrievalRun(Map<String, List<ScoredId>> rankings, List<Double> elapsedMs) {

  public RetrievalRun {
    rankings = Collections.unmodifiableMap(new LinkedHashMap<>(rankings));
    elapsedMs = List.copyOf(elapsedMs);
  }

  /** Ranks the texts for every query that has judgments. */
  public static RetrievalRun of(BeirSet set, Ranker ranker, int depth) {
    Map<String, List<ScoredId>> rankings = new LinkedHashMap<>();
    double[] elapsed = new double[set.queries().size()];
    set.queries().forEach((id, text) -> {
      if (set.qrels().containsKey(id)) {
        long start = System.nanoTime();
        List<ScoredId> ranked = ranker.rank(text, depth);
        elapsed[rankings.size()] = (System.nanoTime() - start) / 1e6;
        if (ranked.size() > depth || new HashSet<>(ids(ranked)).size() < ranked.size()) {
          throw new IllegalStateException("the ranker returned too many texts, or one twice, for " + id);
        }
        rankings.put(id, List.copyOf(ranked));
      }
    });
    return new RetrievalRun(rankings, Arrays.stream(elapsed, 0, rankings.size()).boxed().toList());
  }

  /** Returns the ids found for a query, the best first; none if the query is not in the run. */
  List<String> ids(String query) {
    return ids(rankings.getOrDefault(query, List.of()));
  }

  private static List<String> ids(List<ScoredId> ranked) {
    return ranked.stream().map(ScoredId::id).toList();
  }

  /** Writes the run in the form that trec_eval reads: {@code query Q0 text rank score tag}. */
  public void writeTrec(Path file, String tag) {
    Set<Character> bad = Set.of(' ', '\t');
    if (tag.isEmpty() || tag.chars().anyMatch(c -> bad.contains((char) c))) {
      throw new IllegalArgumentException("a tag is one word, not \"" + tag + "\"");
    }
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, List<ScoredId>> entry : rankings.entrySet()) {
        int rank = 1;
        for (ScoredId found : entry.getValue()) {
          out.write(entry.getKey() + " Q0 " + found.id() + " " + rank++ + " " + found.score() + " " + tag);
          out.write('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be written.", e);
    }
  }
}
