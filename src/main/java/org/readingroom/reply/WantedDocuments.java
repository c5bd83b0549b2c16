package org.readingroom.reply;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
 * @param authors people and bodies of whom at least one wrote or sent the document
 * @param language the code of the only language wanted, in any case
 */
public record WantedDocuments(@Nullable List<Integer> documents, @Nullable LocalDate dateFrom,
    @Nullable LocalDate dateTo, @Nullable List<String> persons, @Nullable String kind,
    @Nullable List<String> authors, @Nullable String language) {

  /** The most people of whom one is wanted. */
  public static final int MAX_PERSONS = 100;
  /** The most characters of a person's name. */
  public static final int MAX_NAME = 200;
  /** What the code of a language is. */
  public static final String LANGUAGE = "[A-Za-z]{2,3}";

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
    if (authors != null && !authors.stream().allMatch(Visible::isIn)) {
      throw new InvalidFilterException("filters.authors holds an empty name.");
    }
    return new Filters(documents == null ? Set.of() : Set.copyOf(documents), dateFrom, dateTo,
        names(persons), kind == null ? null : kindOf(kind), names(authors),
        language == null ? null : languageOf(language));
  }

  private static Set<String> names(@Nullable List<String> names) {
    return names == null ? Set.of() : names.stream().map(String::strip).collect(Collectors.toSet());
  }

  /**
   * Returns the code of a language in lower case.
   *
   * @throws InvalidFilterException if it is no such code
   */
  public static String languageOf(String code) {
    if (!code.matches(LANGUAGE)) {
      throw new InvalidFilterException("language is an ISO 639 code such as en.");
    }
    return code.toLowerCase(Locale.ROOT);
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
