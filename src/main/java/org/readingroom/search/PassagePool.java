package org.readingroom.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.readingroom.search.HybridRetriever.Fused;

/** Holds the passages in which an answer to one question is looked for. */
final class PassagePool {

  private final PassageIndex index;
  private final Named named;
  private final List<Fused> passages;
  private final Set<Integer> known = new HashSet<>();

  /**
   * Takes the best passages and those before and after the very best: an answer may begin or go on there.
   *
   * @param found the passages found, the best first
   */
  PassagePool(PassageIndex index, Ranking ranking, Query query, List<Fused> found) {
    this.index = index;
    this.named = query.named();
    this.passages = new ArrayList<>(found.subList(0, Math.min(ranking.looked(), found.size())));
    passages.forEach(passage -> known.add(passage.record()));
    add(passages.stream().limit(ranking.around())
        .flatMap(best -> index.beside(best.passage()).stream()).toList());
  }

  /** Adds passages that are not in it yet, but for those on other pages than the question wants. */
  void add(List<Integer> records) {
    records.stream()
        .filter(record -> named.allows(index.passage(record).document(), index.passage(record).span()))
        .filter(known::add)
        .forEach(record -> passages.add(new Fused(record, index.passage(record), 0, 0)));
  }

  /** Returns the passages: the best first, then those that were added. */
  List<Fused> passages() {
    return passages;
  }
}
