package org.readingroom.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the figures of some questions about packs.
 *
 * @param questions how many there are
 * @param figures {@code hit} (the best sentence answers) and {@code mrr}, over the answerable, and {@code auc}, over all
 * @param calibration how good the estimates are that there is an answer
 */
public record PackFigures(int questions, Map<String, Figure> figures, Calibration calibration) {

  static final String HIT = "hit";
  static final String MRR = "mrr";

  public PackFigures {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  static PackFigures of(List<PackAnswer> answers, Bootstrap bootstrap) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    List<PackAnswer> answerable = answers.stream().filter(PackAnswer::answerable).toList();
    if (!answerable.isEmpty()) {
      figures.put(HIT, bootstrap.mean(answerable.stream().mapToDouble(answer -> answer.hit() ? 1 : 0).toArray()));
      figures.put(MRR, bootstrap.mean(answerable.stream().mapToDouble(PackAnswer::reciprocalRank).toArray()));
    }
    Figure auc = new RocArea(answers.stream().map(PackAnswer::byScore).toList()).figure(bootstrap);
    if (auc != null) {
      figures.put(Figures.AUC, auc);
    }
    return new PackFigures(answers.size(), figures,
        Calibration.of(answers.stream().map(PackAnswer::byEstimate).toList()));
  }
}
