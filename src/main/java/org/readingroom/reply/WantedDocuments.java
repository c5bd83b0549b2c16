package org.readingroom.reply;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Kind;
import org.readingroom.search.Filters;

/**
 * The documents that somebody wants, as every door is told; what is null restricts nothing.
 *
 * @param documents numbers of the only documents wanted
 * @param persons people of whom at least one wrote, received or is named in the document
 * @param kind the word for the only kind of document wanted
 */
public record WantedDocuments(@Nullable List<Integer> documents, @Nullable LocalDate dateFrom,
    @Nullable LocalDate dateTo, @Nullable List<String> persons, @Nullable String kind) {

  /** The most people of whom one is wanted. */
  public static final int MAX_PERSONS = 100;
  /** The most characters of a person's name. */
  public static final int MAX_NAME = 200;

  /**
   * Returns the filters that choose them.
   *
   * @throws InvalidFilterException if they make no sense
   */
  public Filters filters() {
    if (dateFrom != null && dateTo != null && dateTo.isBefore(dateFrom)) {
      throw new InvalidFilterException("date_to is before date_from.");
    }
    if (persons != null && !persons.stream().allMatch(Visible::isIn)) {
      throw new InvalidFilterException("filters.persons holds an empty name.");
    }
    return new Filters(documents == null ? Set.of() : Set.copyOf(documents), dateFrom, dateTo,
        persons == null ? Set.of() : persons.stream().map(String::strip).collect(Collectors.toSet()),
        kind == null ? null : kindOf(kind));
  }

  /** Returns the words for the kinds. */
  public static List<String> kinds() {
    return Stream.of(Kind.values()).map(Kind::word).toList();
  }

  private static Kind kindOf(String word) {
    return Kind.of(word).orElseThrow(
        () -> new InvalidFilterException("kind is one of " + String.join(", ", kinds()) + "."));
  }
}
