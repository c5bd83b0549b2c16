package org.readingroom.search;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Kind;

/**
 * Restricts a search to some of the documents; an empty set or a null bound restricts nothing.
 *
 * @param documents numbers of the only documents wanted
 * @param dateFrom the first day wanted
 * @param dateTo the last day wanted
 * @param persons people of whom at least one must have written, received or be named in the document, in
 *          any variant of their names
 * @param kind the only kind of document wanted
 */
public record Filters(Set<Integer> documents, @Nullable LocalDate dateFrom, @Nullable LocalDate dateTo,
    Set<String> persons, @Nullable Kind kind) {

  /** Restricts nothing. */
  public static final Filters NONE = new Filters(Set.of(), null, null, Set.of(), null);

  public Filters {
    documents = Set.copyOf(documents);
    persons = Set.copyOf(persons);
    if (dateFrom != null && dateTo != null && dateTo.isBefore(dateFrom)) {
      throw new IllegalArgumentException("date_to is before date_from");
    }
  }
}
