package org.readingroom.shell;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.search.Filters;

/** Chooses documents of a collection by filters, for lists that need no index. */
final class Selection {

  private Selection() {}

  /** Returns the documents that fit, in the order of their numbers. */
  static List<Document> of(Collection collection, Filters filters) {
    Set<String> names = filters.persons().stream().flatMap(person -> variants(collection.authority(), person))
        .collect(Collectors.toSet());
    return collection.documents().stream()
        .filter(document -> filters.documents().isEmpty() || filters.documents().contains(document.number()))
        .filter(document -> document.date().overlaps(filters.dateFrom(), filters.dateTo()))
        .filter(document -> filters.kind() == null || filters.kind() == document.kind())
        .filter(document -> names.isEmpty() || names(document, names)).toList();
  }

  private static boolean names(Document document, Set<String> names) {
    String text = fold(
        document.from() + "\n" + document.to() + "\n" + document.title() + "\n" + document.text());
    return names.stream().anyMatch(name -> containsWord(text, name));
  }

  private static boolean containsWord(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static Stream<String> variants(Authority authority, String person) {
    String wanted = fold(person);
    return Stream.concat(Stream.of(wanted),
        authority.entries().stream().filter(entry -> entry.type() == Authority.Type.PERSON)
            .filter(entry -> forms(entry).anyMatch(form -> containsWord(form, wanted)))
            .flatMap(Selection::forms));
  }

  private static Stream<String> forms(Authority.Entry entry) {
    return Stream.concat(Stream.of(entry.name()), entry.variants().stream()).map(Selection::fold);
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
