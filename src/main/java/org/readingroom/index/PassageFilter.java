package org.readingroom.index;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Kind;

/**
 * Restricts a search to some passages; null restricts nothing.
 *
 * @param documents numbers of the only documents wanted
 * @param passages ids of the only passages wanted
 * @param dateFrom the first day wanted: documents that may be of it or later
 * @param dateTo the last day wanted: documents that may be of it or earlier
 * @param kind the only kind of document wanted
 */
public record PassageFilter(@Nullable Set<Integer> documents, @Nullable Set<String> passages,
    @Nullable LocalDate dateFrom, @Nullable LocalDate dateTo, @Nullable Kind kind) {

  /** Restricts nothing. */
  public static final PassageFilter NONE = new PassageFilter(null, null, null, null, null);

  public PassageFilter {
    documents = documents == null ? null : Set.copyOf(documents);
    passages = passages == null ? null : Set.copyOf(passages);
  }

  /** Returns a filter that wants some documents. */
  public static PassageFilter documents(Set<Integer> documents) {
    return NONE.andDocuments(documents);
  }

  /** Returns a filter that wants some passages. */
  public static PassageFilter passages(Set<String> passages) {
    return NONE.andPassages(passages);
  }

  /** Returns this filter restricted to some documents. */
  public PassageFilter andDocuments(Set<Integer> wanted) {
    return new PassageFilter(both(documents, wanted), passages, dateFrom, dateTo, kind);
  }

  /** Returns this filter restricted to some passages. */
  public PassageFilter andPassages(Set<String> wanted) {
    return new PassageFilter(documents, both(passages, wanted), dateFrom, dateTo, kind);
  }

  private static <T> Set<T> both(@Nullable Set<T> one, Set<T> other) {
    if (one == null) {
      return other;
    }
    Set<T> both = new HashSet<>(one);
    both.retainAll(other);
    return both;
  }

  /** Returns whether nothing can pass. */
  public boolean isEmpty() {
    return documents != null && documents.isEmpty() || passages != null && passages.isEmpty();
  }
}
