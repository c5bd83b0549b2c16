package org.readingroom.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.index.PassageFilter;
import org.readingroom.passage.Passage;

/** Turns what a question or its asker restricts a search to into filters for the index. */
final class PassageFilters {

  private final IndexSnapshot snapshot;

  PassageFilters(IndexSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Returns the filter that only lets the wanted passages through. */
  PassageFilter of(Query query) {
    PassageFilter filter = within(query.filters());
    Set<Integer> named = new HashSet<>(query.documents());
    named.removeIf(number -> !snapshot.hasDocument(number));
    if (!named.isEmpty()) {
      filter = filter.andDocuments(named);
    }
    return query.named().only() ? filter.andPassages(onPages(query.named())) : filter;
  }

  /** Restricts a filter to the passages that a question names and does not insist on; null for none. */
  @Nullable
  PassageFilter preferred(Named named, PassageFilter filter) {
    if (!named.pages().isEmpty()) {
      return named.only() ? null : filter.andPassages(onPages(named));
    }
    return named.documents().isEmpty() ? null : filter.andDocuments(named.documents());
  }

  private Set<String> onPages(Named named) {
    return snapshot.index().all(PassageFilter.documents(named.pages().keySet())).stream()
        .filter(passage -> named.holds(passage.document(), passage.span())).map(Passage::id)
        .collect(Collectors.toSet());
  }

  /** Returns the filter for an asker's filters. */
  PassageFilter within(Filters filters) {
    PassageFilter filter = new PassageFilter(filters.documents().isEmpty() ? null : filters.documents(), null,
        filters.dateFrom(), filters.dateTo(), filters.kind());
    if (!filters.authors().isEmpty() || filters.language() != null) {
      filter = filter.andDocuments(snapshot.documents(filters::wants));
    }
    return filters.persons().isEmpty()
        ? filter
        : filter.andDocuments(snapshot.documentsNaming(filters.persons()));
  }

  /** Returns the passages of some documents that the asker's filters let through. */
  Collection<Passage> passages(Filters filters, Set<Integer> documents) {
    return snapshot.index().all(within(filters).andDocuments(documents));
  }
}
