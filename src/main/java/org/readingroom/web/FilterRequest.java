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
    @Schema(description = "The only kind of document wanted.", example = "telegram") @Nullable String kind,
    @ArraySchema(maxItems = MAX_PERSONS, arraySchema = @Schema(example = "[\"Smith\"]", description = "Authors or senders of whom at least one must have "
        + "written the document; a part of the name is enough."), schema = @Schema(minLength = 1, maxLength = MAX_NAME, pattern = Visible.PATTERN)) @Nullable @Size(max = MAX_PERSONS, message = TOO_MANY_AUTHORS) List<@NotNull(message = "filters.authors holds an empty name.") @Size(max = MAX_NAME, message = TOO_LONG_AUTHOR) String> authors,
    @Schema(description = LANGUAGE, example = "en", pattern = "^" + WantedDocuments.LANGUAGE
        + "$") @Nullable String language) {

  static final String FIRST_DAY = "The first day wanted.";
  static final String LANGUAGE = "The ISO 639 code of the only language wanted, of two or three letters.";
  static final String AUTHOR = "An author or the sender of the document; a part of the name is enough.";
  static final String LAST_DAY = "The last day wanted, not before the first.";
  /** The most people of whom one is wanted. */
  static final int MAX_PERSONS = WantedDocuments.MAX_PERSONS;
  /** The most characters of a person's name. */
  static final int MAX_NAME = WantedDocuments.MAX_NAME;

  private static final String TOO_MANY = "filters.persons holds more than " + MAX_PERSONS + " names.";
  private static final String TOO_MANY_AUTHORS = "filters.authors holds more than " + MAX_PERSONS + " names.";
  private static final String TOO_LONG_AUTHOR = "filters.authors holds a name of more than " + MAX_NAME
      + " characters.";
  private static final String TOO_LONG = "filters.persons holds a name of more than " + MAX_NAME
      + " characters.";

  /** Makes filters of query parameters. */
  static Filters ofQuery(@Nullable List<@Nullable Integer> documents, @Nullable LocalDate dateFrom,
      @Nullable LocalDate dateTo, @Nullable String person, @Nullable String kind, @Nullable String author,
      @Nullable String language) {
    if (documents != null && documents.contains(null)) {
      throw Problem.INVALID_VALUE.exception("documents holds an empty number.");
    }
    List<Integer> numbers = documents == null
        ? List.of()
        : documents.stream().map(Objects::requireNonNull).toList();
    return new FilterRequest(numbers, dateFrom, dateTo, name("person", person), kind, name("author", author),
        language).filters();
  }

  private static List<String> name(String parameter, @Nullable String name) {
    if (name != null && name.length() > MAX_NAME) {
      throw Problem.INVALID_VALUE.exception(parameter + " has more than " + MAX_NAME + " characters.");
    }
    if (name != null && !Visible.isIn(name)) {
      throw Problem.INVALID_VALUE.exception(parameter + " is an empty name.");
    }
    return name == null ? List.of() : List.of(name);
  }

  /** Returns the filters, or ends the request with 400 where they make no sense. */
  Filters filters() {
    try {
      return new WantedDocuments(documents, dateFrom, dateTo, persons, kind, authors, language).filters();
    } catch (InvalidFilterException e) {
      throw Problem.INVALID_VALUE.exception(String.valueOf(e.getMessage()));
    }
  }

  /** Returns the words for the kinds. */
  static List<String> kinds() {
    return WantedDocuments.kinds();
  }
}
