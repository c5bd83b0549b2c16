package org.readingroom.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.readingroom.passage.Passage;
import org.readingroom.search.HybridRetriever.Fused;

/** Holds the passages in which an answer to one question is looked for. */
final class PassagePool {

  private final Named named;
  private final List<Fused> passages;
  private final Set<String> known = new HashSet<>();

  /**
   * Takes the best passages and those before and after the very best: an answer may begin or go on there.
   *
   * @param found the passages found, the best first
   */
  PassagePool(IndexSnapshot index, Ranking ranking, Query query, List<Fused> found) {
    this.named = query.named();
    this.passages = new ArrayList<>(found.subList(0, Math.min(ranking.looked(), found.size())));
    passages.forEach(passage -> known.add(passage.passage().id()));
    add(index.beside(passages.stream().limit(ranking.around()).map(Fused::passage).toList()));
  }

  /** Adds passages that are not in it yet, but for those on other pages than the question wants. */
  void add(Collection<Passage> more) {
    more.stream().filter(passage -> named.allows(passage.document(), passage.span()))
        .filter(passage -> known.add(passage.id()))
        .forEach(passage -> passages.add(new Fused(passage, 0, 0)));
  }

  /** Returns the passages: the best first, then those that were added. */
  List<Fused> passages() {
    return passages;
  }
}
