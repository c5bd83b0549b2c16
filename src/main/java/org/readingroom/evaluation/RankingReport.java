package org.readingroom.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Holds the figures of a ranker on a retrieval set.
 *
 * @param queries how many queries have judgments
 * @param figures by name, such as {@code ndcg@10}; with a grade behind it, such as {@code ndcg@10 grade>=2},
 *          only texts of that grade are relevant, all alike, over the queries that have one
 * @param configuration the settings that matter to the figures
 */
public record RankingReport(String set, int queries, Map<String, Figure> figures, Latency latency,
    Map<String, String> configuration) {

  /** How many texts to ask a ranker for, so that every figure can be computed. */
  public static final int DEPTH = 100;

  private record Judged(List<String> ranked, Map<String, Integer> grades) {}

  public RankingReport {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    configuration = Collections.unmodifiableMap(new TreeMap<>(configuration));
  }

  /** Ranks every query of a set and reports. */
  public static RankingReport of(BeirSet set, Ranker ranker, EvaluationOptions options) {
    set.queries().values().stream().limit(options.warmUp()).forEach(query -> ranker.rank(query, DEPTH));
    return of(set, RetrievalRun.of(set, ranker, DEPTH), options);
  }

  /** Reports on a run that was made before. */
  public static RankingReport of(BeirSet set, RetrievalRun run, EvaluationOptions options) {
    Bootstrap bootstrap = new Bootstrap(options.resamples(), options.seed());
    Map<String, Figure> figures = new LinkedHashMap<>();
    List<Judged> graded = judged(set, run, 1, false);
    add(figures, "ndcg@10", graded, j -> RankingMetrics.ndcg(j.ranked(), j.grades(), 10), bootstrap);
    for (int k : List.of(1, 5, 10, 100)) {
      add(figures, "recall@" + k, graded, j -> RankingMetrics.recall(j.ranked(), j.grades(), k), bootstrap);
    }
    add(figures, "mrr@10", graded, j -> RankingMetrics.reciprocalRank(j.ranked(), j.grades(), 10), bootstrap);
    TreeSet<Integer> grades = new TreeSet<>();
    set.qrels().values().forEach(qrels -> grades.addAll(qrels.values()));
    if (!grades.isEmpty() && grades.last() > 1) {
      for (int grade : grades.tailSet(1)) {
        List<Judged> binary = judged(set, run, grade, true);
        add(figures, "ndcg@10 grade>=" + grade, binary,
            j -> RankingMetrics.ndcg(j.ranked(), j.grades(), 10), bootstrap);
        add(figures, "recall@10 grade>=" + grade, binary,
            j -> RankingMetrics.recall(j.ranked(), j.grades(), 10), bootstrap);
      }
    }
    return new RankingReport(set.name(), graded.size(), figures,
        Latency.of(run.elapsedMs().stream().mapToDouble(Double::doubleValue).toArray()),
        options.configuration());
  }

  /** Returns every query with a text of at least a grade; queries without one say nothing. */
  private static List<Judged> judged(BeirSet set, RetrievalRun run, int least, boolean binary) {
    List<Judged> judged = new ArrayList<>();
    set.qrels().forEach((query, qrels) -> {
      Map<String, Integer> grades = new LinkedHashMap<>();
      qrels.forEach((id, grade) -> {
        if (grade >= least) {
          grades.put(id, binary ? 1 : grade);
        }
      });
      if (!grades.isEmpty()) {
        judged.add(new Judged(run.ids(query), grades));
      }
    });
    return judged;
  }

  private static void add(Map<String, Figure> figures, String name, List<Judged> judged,
      ToDoubleFunction<Judged> measure, Bootstrap bootstrap) {
    if (!judged.isEmpty()) {
      figures.put(name, bootstrap.mean(judged.stream().mapToDouble(measure).toArray()));
    }
  }

  /** Writes the figures as a Markdown table. */
  public String markdown() {
    StringBuilder out = new StringBuilder("## ").append(set).append(" (").append(queries)
        .append(" queries)\n\n").append(MarkdownReport.figures(figures));
    return out.append('\n').append(MarkdownReport.latency(latency)).toString();
  }
}
