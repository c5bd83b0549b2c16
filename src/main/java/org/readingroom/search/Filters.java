package org.readingroom.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Origin;

/**
 * Restricts a search to some of the documents; an empty set or a null bound restricts nothing.
 *
 * @param documents numbers of the only documents wanted
 * @param dateFrom the first day wanted
 * @param dateTo the last day wanted
 * @param persons people of whom at least one must have written, received or be named in the document, in
 *          any variant of their names
 * @param kind the only kind of document wanted
 * @param authors people and bodies of whom at least one must be an author or the sender of the document; a part
 *          of a name such as the family name is enough
 * @param language the ISO 639 code of the only language wanted, in lower case; a document whose language is not
 *          known has none
 */
public record Filters(Set<Integer> documents, @Nullable LocalDate dateFrom, @Nullable LocalDate dateTo,
    Set<String> persons, @Nullable Kind kind, Set<String> authors, @Nullable String language) {

  /** Restricts nothing. */
  public static final Filters NONE = new Filters(Set.of(), null, null, Set.of(), null);

  /** Makes filters by what is known of any document, with a file of its own or not. */
  public Filters(Set<Integer> documents, @Nullable LocalDate dateFrom, @Nullable LocalDate dateTo,
      Set<String> persons, @Nullable Kind kind) {
    this(documents, dateFrom, dateTo, persons, kind, Set.of(), null);
  }

  public Filters {
    documents = Set.copyOf(documents);
    persons = Set.copyOf(persons);
    authors = Set.copyOf(authors);
    if (dateFrom != null && dateTo != null && dateTo.isBefore(dateFrom)) {
      throw new IllegalArgumentException("date_to is before date_from");
    }
  }

  /** Tells whether a document's author and language are wanted. */
  public boolean wants(Document document) {
    Origin origin = document.origin();
    return (language == null || origin != null && language.equals(origin.language()))
        && (authors.isEmpty() || authors.stream().anyMatch(author -> isBy(author, document, origin)));
  }

  private static boolean isBy(String author, Document document, @Nullable Origin origin) {
    List<String> wanted = AuthorForms.words(author);
    return !wanted.isEmpty()
        && Stream.concat(origin == null ? Stream.empty() : origin.authors().stream(),
            Stream.ofNullable(document.from()))
            .anyMatch(known -> AuthorForms.words(known).containsAll(wanted));
  }
}
