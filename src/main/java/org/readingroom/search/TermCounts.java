package org.readingroom.search;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.readingroom.index.IndexField;
import org.readingroom.index.PassageIndex;

/** The counts of the terms of a field, which are asked for several at once where they can be. */
final class TermCounts {

  /** How many terms are kept once they are counted. */
  private static final int KEPT = 50_000;

  private final LoadingCache<String, Integer> counts;

  TermCounts(PassageIndex index, IndexField field) {
    this.counts = Caffeine.newBuilder().maximumSize(KEPT).build(
        CacheLoader.bulk(terms -> counts(index, field, terms)));
  }

  private static Map<String, Integer> counts(PassageIndex index, IndexField field,
      Set<? extends String> terms) {
    return index.counts(field, Set.copyOf(terms));
  }

  /** Counts terms that will be asked for. */
  void count(Collection<String> terms) {
    var unused = counts.getAll(terms);
  }

  /** Returns in how many passages a term stands. */
  int of(String term) {
    return counts.get(term);
  }
}
