package org.readingroom.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.search.Filters;

/** Finds documents by what is known of them and by words, without an index; both doors list what it finds. */
public final class DocumentFinder {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /** How many words of documents are kept once they were looked at. */
  private static final long KEPT_WORDS = 500_000;

  private final Collection collection;
  private final Cache<Integer, Set<String>> words = Caffeine.newBuilder().maximumWeight(KEPT_WORDS)
      .weigher((Integer number, Set<String> of) -> of.size()).build();

  public DocumentFinder(Collection collection) {
    this.collection = collection;
  }

  /**
   * Returns the documents that pass the filters and hold all the words, in the order of their numbers.
   *
   * @param text words of any case, with anything between them; none restrict nothing
   */
  public List<Document> find(Filters filters, String text) {
    List<String> wanted = words(text).toList();
    Predicate<Document> named = named(filters.persons());
    return collection.documents().stream()
        .filter(document -> filters.documents().isEmpty() || filters.documents().contains(document.number()))
        .filter(document -> document.date().overlaps(filters.dateFrom(), filters.dateTo()))
        .filter(document -> filters.kind() == null || document.kind() == filters.kind())
        .filter(filters::wants)
        .filter(document -> wanted.isEmpty() || wordsOf(document).containsAll(wanted))
        .filter(named).toList();
  }

  private Set<String> wordsOf(Document document) {
    return words.get(document.number(),
        number -> words(document.title() + " " + document.text()).collect(Collectors.toSet()));
  }

  private Predicate<Document> named(Set<String> persons) {
    if (persons.isEmpty()) {
      return document -> true;
    }
    List<Pattern> names = persons.stream().flatMap(this::variants).distinct().map(DocumentFinder::wholeName)
        .toList();
    Predicate<String> named = text -> names.stream().anyMatch(name -> name.matcher(text).find());
    return document -> Stream.of(document.from(), document.to(), document.title())
        .filter(Objects::nonNull).map(Objects::requireNonNull).anyMatch(named) || named.test(document.text());
  }

  /** Returns the name itself and every name of the people who go by it, whole or in part. */
  private Stream<String> variants(String person) {
    List<String> asked = words(person).toList();
    Stream<String> known = collection.authority().entries().stream()
        .filter(entry -> entry.type() == Authority.Type.PERSON).map(DocumentFinder::names)
        .filter(names -> names.stream().anyMatch(name -> words(name).toList().containsAll(asked)))
        .flatMap(List::stream);
    return Stream.concat(Stream.of(person), known);
  }

  private static List<String> names(Authority.Entry entry) {
    return Stream.concat(Stream.of(entry.name()), entry.variants().stream()).toList();
  }

  private static Pattern wholeName(String name) {
    String inOrder = words(name).map(Pattern::quote).collect(Collectors.joining(NO_WORD.pattern()));
    return Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])" + inOrder + "(?![\\p{L}\\p{M}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Stream<String> words(String text) {
    return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
  }
}
