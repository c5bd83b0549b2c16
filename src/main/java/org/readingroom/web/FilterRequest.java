package org.readingroom.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Kind;
import org.readingroom.search.Filters;

/** Restricts a request to some of the documents, as it is sent: what is left out restricts nothing. */
@Schema(name = "Filters", description = "Restricts a request to some of the documents; what is left out "
    + "restricts nothing.")
record FilterRequest(
    @Schema(example = "[7]", description = "Numbers of the only documents wanted; one that no document has matches nothing.") @Nullable List<@NotNull(message = "filters.documents holds a null.") Integer> documents,
    @Schema(description = "The first day wanted.", example = "1950-01-01") @Nullable LocalDate dateFrom,
    @Schema(description = "The last day wanted.", example = "1950-12-31") @Nullable LocalDate dateTo,
    @Schema(example = "[\"Stalin\"]", description = "People of whom at least one must have written, received "
        + "or be named in the document, in any variant of their names.") @Nullable List<@NotBlank(message = "filters.persons holds an empty name.") String> persons,
    @Schema(description = "The only kind of document wanted.", example = "telegram") @Nullable String kind) {

  /** Makes filters of query parameters, where an empty one counts as left out. */
  static Filters ofQuery(@Nullable List<@Nullable Integer> documents, @Nullable LocalDate dateFrom,
      @Nullable LocalDate dateTo, @Nullable String person, @Nullable String kind) {
    List<Integer> numbers = documents == null
        ? List.of()
        : documents.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    List<String> persons = person == null || person.isBlank() ? List.of() : List.of(person);
    return new FilterRequest(numbers, dateFrom, dateTo, persons, kind).filters();
  }

  /** Returns the filters, or ends the request with 400 where they make no sense. */
  Filters filters() {
    if (dateFrom != null && dateTo != null && dateTo.isBefore(dateFrom)) {
      throw Problem.INVALID_VALUE.exception("date_to is before date_from.");
    }
    return new Filters(documents == null ? Set.of() : Set.copyOf(documents), dateFrom, dateTo,
        persons == null ? Set.of() : persons.stream().map(String::strip).collect(Collectors.toSet()),
        kind == null || kind.isBlank() ? null : kindOf(kind));
  }

  private static Kind kindOf(String word) {
    return Kind.of(word).orElseThrow(() -> Problem.INVALID_VALUE.exception("kind is one of "
        + Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", ")) + "."));
  }
}
