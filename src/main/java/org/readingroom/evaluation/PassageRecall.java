package org.readingroom.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures whether search finds a passage with the evidence, however the answer is then written. */
final class PassageRecall {

  private final PassageFinder finder;

  PassageRecall(PassageFinder finder) {
    this.finder = finder;
  }

  /**
   * Returns recall at each of {@link Figures#DEPTHS}: 1 if one of so many passages is of a gold document and
   * holds 60 % of the words of a gold span of it.
   *
   * @param query the question as it was searched, references to earlier turns resolved
   */
  Map<String, Double> judge(GoldQuestion question, String query) {
    Map<String, Double> figures = new LinkedHashMap<>();
    if (question.evidence().isEmpty()) {
      return figures;
    }
    int rank = firstRank(question, finder.find(query, Figures.DEPTHS.getLast()));
    for (int depth : Figures.DEPTHS) {
      figures.put(Figures.recall(depth), rank <= depth ? 1.0 : 0.0);
    }
    return figures;
  }

  private static int firstRank(GoldQuestion question, List<PassageFinder.Found> found) {
    for (int i = 0; i < found.size(); i++) {
      PassageFinder.Found passage = found.get(i);
      if (question.evidence().stream().anyMatch(span -> span.document() == passage.document()
          && Words.enough(span.quote(), List.of(passage.text())))) {
        return i + 1;
      }
    }
    return Integer.MAX_VALUE;
  }
}
