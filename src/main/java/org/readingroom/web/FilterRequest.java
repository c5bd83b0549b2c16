package org.readingroom.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.readingroom.reply.InvalidFilterException;
import org.readingroom.reply.Visible;
import org.readingroom.reply.WantedDocuments;
import org.readingroom.search.Filters;

/** Restricts a request to some of the documents, as it is sent: what is left out restricts nothing. */
@Schema(name = "Filters", description = "Restricts a request to some of the documents; what is left out "
    + "restricts nothing.")
record FilterRequest(
    @Schema(example = "[7]", description = "Numbers of the only documents wanted; one that no document has matches nothing.") @Nullable List<@NotNull(message = "filters.documents holds a null.") Integer> documents,
    @Schema(description = FIRST_DAY, example = "1950-01-01") @Nullable LocalDate dateFrom,
    @Schema(description = LAST_DAY, example = "1950-12-31") @Nullable LocalDate dateTo,
    @ArraySchema(maxItems = MAX_PERSONS, arraySchema = @Schema(example = "[\"Stalin\"]", description = "People of whom at least one must have written, received "
        + "or be named in the document, in any variant of their names."), schema = @Schema(minLength = 1, maxLength = MAX_NAME, pattern = Visible.PATTERN)) @Nullable @Size(max = MAX_PERSONS, message = TOO_MANY) List<@NotNull(message = "filters.persons holds an empty name.") @Size(max = MAX_NAME, message = TOO_LONG) String> persons,
    @Schema(description = "The only kind of document wanted.", example = "telegram") @Nullable String kind) {

  static final String FIRST_DAY = "The first day wanted.";
  static final String LAST_DAY = "The last day wanted, not before the first.";
  /** The most people of whom one is wanted. */
  static final int MAX_PERSONS = WantedDocuments.MAX_PERSONS;
  /** The most characters of a person's name. */
  static final int MAX_NAME = WantedDocuments.MAX_NAME;

  private static final String TOO_MANY = "filters.persons holds more than " + MAX_PERSONS + " names.";
  private static final String TOO_LONG = "filters.persons holds a name of more than " + MAX_NAME
      + " characters.";

  /** Makes filters of query parameters. */
  static Filters ofQuery(@Nullable List<@Nullable Integer> documents, @Nullable LocalDate dateFrom,
      @Nullable LocalDate dateTo, @Nullable String person, @Nullable String kind) {
    if (documents != null && documents.contains(null)) {
      throw Problem.INVALID_VALUE.exception("documents holds an empty number.");
    }
    if (person != null && person.length() > MAX_NAME) {
      throw Problem.INVALID_VALUE.exception("person has more than " + MAX_NAME + " characters.");
    }
    if (person != null && !Visible.isIn(person)) {
      throw Problem.INVALID_VALUE.exception("person is an empty name.");
    }
    List<Integer> numbers = documents == null
        ? List.of()
        : documents.stream().map(Objects::requireNonNull).toList();
    return new FilterRequest(numbers, dateFrom, dateTo, person == null ? List.of() : List.of(person), kind)
        .filters();
  }

  /** Returns the filters, or ends the request with 400 where they make no sense. */
  Filters filters() {
    try {
      return new WantedDocuments(documents, dateFrom, dateTo, persons, kind).filters();
    } catch (InvalidFilterException e) {
      throw Problem.INVALID_VALUE.exception(String.valueOf(e.getMessage()));
    }
  }

  /** Returns the words for the kinds. */
  static List<String> kinds() {
    return WantedDocuments.kinds();
  }
}
