package org.readingroom.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.collection.Document;
import org.readingroom.collection.Origin;
import org.readingroom.passage.Span;
import org.readingroom.search.NameWords.Place;
import org.readingroom.search.NameWords.Word;
import org.readingroom.search.PageExpressions.PageRange;

/**
 * Knows the documents by what people call them: the file's name, the title or how it begins, the author.
 *
 * <p>
 * Only a document with a file of its own has such names. Those of a printed collection have titles that its editors
 * made of the names and kinds that questions are about; they are called by number, date and correspondents.
 */
final class DocumentNames {

  static final DocumentNames NONE = new DocumentNames(List.of());

  private static final Pattern ENDING = Pattern.compile("\\.\\p{Alnum}{1,5}$");

  /** In how many documents at most a page is looked for where none of them is named. */
  private static final int MAX_PAGED = 500;
  private static final long MAX_LENGTH = 16_000_000;

  private final Map<Integer, Document> documents;
  private final Map<String, Set<Integer>> files = new TreeMap<>();
  private final Map<List<String>, Set<Integer>> titles = new HashMap<>();
  private final Map<List<String>, Set<Integer>> authors = new HashMap<>();

  DocumentNames(Collection<Document> documents) {
    this.documents = documents.stream().collect(Collectors.toMap(Document::number, document -> document));
    documents.forEach(document -> {
      if (document.origin() != null) {
        add(document, document.origin());
      }
    });
  }

  private void add(Document document, Origin origin) {
    String file = file(origin);
    for (String path = origin.path(); path.length() > file.length(); path = path
        .substring(path.indexOf('/') + 1)) {
      add(files, NameWords.folded(path), document);
    }
    add(files, NameWords.folded(file), document);
    TitleForms.of(document.title()).forEach(title -> add(titles, title, document));
    TitleForms.of(ENDING.matcher(file).replaceFirst("")).forEach(stem -> add(titles, stem, document));
    Stream.concat(origin.authors().stream(), Stream.ofNullable(document.from()))
        .flatMap(author -> AuthorForms.of(author).stream()).forEach(name -> add(authors, name, document));
  }

  /** Returns the file's name without its folders. */
  private static String file(Origin origin) {
    return origin.path().substring(origin.path().lastIndexOf('/') + 1);
  }

  private static <K> void add(Map<K, Set<Integer>> names, K name, Document document) {
    names.computeIfAbsent(name, key -> new HashSet<>()).add(document.number());
  }

  /** Returns the numbers of the documents whose files a text names with their endings, as in "minutes.pdf". */
  Set<Integer> files(String text) {
    String folded = NameWords.folded(text);
    List<String> named = files.keySet().stream()
        .filter(file -> ENDING.matcher(file).find() && isIn(file, folded)).toList();
    // "2017/minutes.pdf" is not every minutes.pdf, nor is "old minutes.pdf" minutes.pdf.
    return named.stream()
        .filter(file -> named.stream().noneMatch(other -> !other.equals(file) && other.endsWith(file)))
        .flatMap(file -> files.getOrDefault(file, Set.of()).stream()).collect(Collectors.toSet());
  }

  private static boolean isIn(String file, String text) {
    for (int at = text.indexOf(file); at >= 0; at = text.indexOf(file, at + 1)) {
      int end = at + file.length();
      boolean begins = at == 0
          || !Character.isLetterOrDigit(text.charAt(at - 1)) && "-_./".indexOf(text.charAt(at - 1)) < 0;
      if (begins && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns what a question names.
   *
   * @param question the question as it was asked; what it does not name itself is looked for in the rest
   * @param whole the question with those that it leans on
   * @param numbers the documents that it names by number or file
   * @param dates the dates in it
   */
  Named find(String question, String whole, Set<Integer> numbers, List<DateExpression> dates) {
    if (files.isEmpty()) {
      return Named.NOTHING;
    }
    Set<Integer> likely = likely(question, dates);
    likely = likely.isEmpty() && !whole.equals(question) ? likely(whole, dates) : likely;
    List<PageRange> ranges = PageExpressions.find(question);
    ranges = ranges.isEmpty() && !whole.equals(question) ? PageExpressions.find(whole) : ranges;
    Set<Integer> known = new HashSet<>(numbers);
    known.retainAll(documents.keySet());
    Set<Integer> within = known.isEmpty() ? likely : known;
    Map<Integer, List<Span>> pages = pages(ranges, within.isEmpty() ? paged() : within);
    return new Named(likely, pages, !pages.isEmpty() && !within.isEmpty());
  }

  /** Returns the documents whose pages are meant where none is named: of many nearly all have such a page. */
  private Set<Integer> paged() {
    boolean few = documents.size() <= MAX_PAGED
        && documents.values().stream().mapToLong(Document::length).sum() <= MAX_LENGTH;
    return few ? documents.keySet() : Set.of();
  }

  private Map<Integer, List<Span>> pages(List<PageRange> ranges, Set<Integer> within) {
    Map<Integer, List<Span>> found = new HashMap<>();
    for (int number : ranges.isEmpty() ? Set.<Integer>of() : within) {
      Document document = documents.get(number);
      if (document != null && document.origin() != null && document.origin().pages() > 0) {
        List<Origin.Page> pages = document.body().pages();
        List<Span> spans = ranges.stream().flatMap(range -> range.in(pages).stream()).toList();
        if (!spans.isEmpty()) {
          found.put(number, spans);
        }
      }
    }
    return found;
  }

  /** Returns the documents of the titles and authors named; a name that shares documents with others means these. */
  private Set<Integer> likely(String text, List<DateExpression> dates) {
    List<Word> words = NameWords.of(text);
    List<Set<Integer>> named = new ArrayList<>(titled(words, text, dates));
    authors.forEach((author, of) -> NameWords.places(author, words).stream()
        .filter(place -> AuthorForms.isMeant(place, words, text))
        .forEach(place -> named.add(ofYear(ofTitle(of, AuthorForms.beside(place, words, text)), dates))));
    named.removeIf(this::isOfMost);
    Set<Integer> found = new HashSet<>();
    for (Set<Integer> one : named) {
      Set<Integer> shared = new HashSet<>();
      named.stream().filter(other -> !other.equals(one)).forEach(shared::addAll);
      shared.retainAll(one);
      found.addAll(shared.isEmpty() ? one : shared);
    }
    return found;
  }

  /** Returns for each title named the documents that have it; a title within a longer one is not named itself. */
  private List<Set<Integer>> titled(List<Word> words, String text, List<DateExpression> dates) {
    Map<Place, Set<Integer>> places = new HashMap<>();
    titles.forEach((title, of) -> NameWords.places(title, words).stream()
        .filter(place -> TitleForms.isMeant(place, words, text)).forEach(place -> places.put(place, of)));
    return places.entrySet().stream()
        .filter(each -> places.keySet().stream().noneMatch(other -> each.getKey().isWithin(other)))
        .map(each -> ofYear(each.getValue(), dates)).toList();
  }

  /** Tells whether a name is that of so many documents that it tells nothing. */
  private boolean isOfMost(Set<Integer> named) {
    return named.size() > Math.max(1, documents.size() / 2);
  }

  /** Returns those of some documents that are of a year that a text names; all where none is. */
  private Set<Integer> ofYear(Set<Integer> numbers, List<DateExpression> dates) {
    List<DateExpression> years = dates.stream().filter(DateExpression::yearKnown).toList();
    return those(numbers, document -> years.stream()
        .anyMatch(year -> document.date().isKnown() && document.date().overlaps(year.from(), year.to())
            || called(document).contains(String.valueOf(year.from().getYear()))));
  }

  /** Returns those of some documents whose title or file has one of some words; all where none has. */
  private Set<Integer> ofTitle(Set<Integer> numbers, Set<String> words) {
    return those(numbers, document -> called(document).stream()
        .anyMatch(word -> words.contains(word) && NameWords.telling(List.of(word)) > 0));
  }

  private static Set<String> called(Document document) {
    Origin origin = document.origin();
    return new HashSet<>(
        NameWords.foldedWords(document.title() + " " + (origin == null ? "" : file(origin))));
  }

  private Set<Integer> those(Set<Integer> numbers, Predicate<Document> wanted) {
    Set<Integer> found = numbers.stream()
        .filter(number -> documents.containsKey(number) && wanted.test(documents.get(number)))
        .collect(Collectors.toSet());
    return found.isEmpty() ? numbers : found;
  }
}
