package org.readingroom.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.readingroom.search.Filters;
import org.readingroom.search.PassageSearch;
import org.readingroom.search.RetrievedPassage;

/** Ranks the texts of a set with the program's own search, each by its best passage. */
final class PassageRanker implements Ranker {

  private final PassageSearch search;
  private final SetCollection texts;

  PassageRanker(PassageSearch search, SetCollection texts) {
    this.search = search;
    this.texts = texts;
  }

  @Override
  public List<ScoredId> rank(String query, int k) {
    Map<Integer, Double> best = new LinkedHashMap<>();
    for (RetrievedPassage found : search.search(query, Filters.NONE, Integer.MAX_VALUE)) {
      best.putIfAbsent(found.passage().document().number(), found.score());
    }
    return best.entrySet().stream().limit(k).map(e -> new ScoredId(texts.id(e.getKey()), e.getValue()))
        .toList();
  }
}
