package org.readingroom.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the figures of one run over a question set, and every reply they were computed from.
 *
 * @param overall the figures over all questions, by name
 * @param byType the same by type of question
 * @param abstaining how well the confidence of answers tells the right ones
 */
public record EvaluationReport(Provenance provenance, Map<String, Figure> overall,
    Map<String, Map<String, Figure>> byType, Latency latency, RiskCoverage abstaining,
    List<JudgedQuestion> questions) {

  public EvaluationReport {
    overall = Collections.unmodifiableMap(new LinkedHashMap<>(overall));
    byType = Collections.unmodifiableMap(new LinkedHashMap<>(byType));
    questions = List.copyOf(questions);
  }

  static EvaluationReport of(Provenance provenance, List<JudgedQuestion> questions, Bootstrap bootstrap) {
    Map<String, Map<String, Figure>> byType = new LinkedHashMap<>();
    for (String type : new LinkedHashSet<>(questions.stream().map(JudgedQuestion::type).toList())) {
      byType.put(type, figures(questions.stream().filter(q -> q.type().equals(type)).toList(), bootstrap));
    }
    List<Confidence> answered = questions.stream().filter(JudgedQuestion::answered)
        .map(JudgedQuestion::asConfidence).toList();
    RiskCoverage abstaining = RiskCoverage.of(answered,
        questions.stream().map(JudgedQuestion::asConfidence).toList());
    return new EvaluationReport(provenance, figures(questions, bootstrap), byType,
        Latency.of(questions.stream().mapToDouble(JudgedQuestion::elapsedMs).toArray()), abstaining,
        questions);
  }

  private static Map<String, Figure> figures(List<JudgedQuestion> questions, Bootstrap bootstrap) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (String name : names(questions)) {
      List<JudgedQuestion> counted = questions.stream().filter(q -> q.figures().containsKey(name)).toList();
      if (!counted.isEmpty()) {
        figures.put(name,
            bootstrap.mean(
                counted.stream().mapToDouble(q -> Objects.requireNonNull(q.figures().get(name))).toArray(),
                counted.stream().mapToDouble(q -> q.weight(name)).toArray()));
      }
    }
    return figures;
  }

  /** Returns the judgments in their usual order, then whatever else was measured as it comes. */
  static Set<String> names(List<JudgedQuestion> questions) {
    Set<String> there = new LinkedHashSet<>();
    questions.forEach(question -> there.addAll(question.figures().keySet()));
    Set<String> names = new LinkedHashSet<>(Figures.JUDGMENTS);
    names.retainAll(new TreeSet<>(there));
    names.addAll(there);
    return names;
  }
}
