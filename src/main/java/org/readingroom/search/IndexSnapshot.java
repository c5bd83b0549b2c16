package org.readingroom.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.index.IndexField;
import org.readingroom.index.PassageFilter;
import org.readingroom.index.PassageIndex;
import org.readingroom.passage.Passage;
import org.readingroom.text.Term;
import org.readingroom.text.TextAnalyzer;

/** One state of the index of a collection, with what is known of its documents and worked out of its passages. */
final class IndexSnapshot {

  /** How many passages are kept once their terms are known. */
  private static final int KEPT = 4_000;

  private final PassageIndex index;
  private final TextAnalyzer analyzer;
  private final Map<Integer, Document> documents = new TreeMap<>();
  private final Cache<String, AnalyzedPassage> analyzed = Caffeine.newBuilder().maximumSize(KEPT).build();
  private final TermCounts text;
  private final TermCounts header;
  private final TermCounts words;
  private final TermCounts roots;
  private volatile @Nullable Correspondence correspondence;
  private volatile @Nullable DocumentNames names;

  /**
   * Takes an open index over.
   *
   * @param known the documents that were indexed
   */
  IndexSnapshot(PassageIndex index, Collection<Document> known, TextAnalyzer analyzer) {
    this.index = index;
    this.analyzer = analyzer;
    this.text = new TermCounts(index, IndexField.TEXT);
    this.header = new TermCounts(index, IndexField.HEADER);
    this.words = new TermCounts(index, IndexField.WORDS);
    this.roots = new TermCounts(index, IndexField.ROOTS);
    known.forEach(document -> documents.put(document.number(), document));
  }

  PassageIndex index() {
    return index;
  }

  TextAnalyzer analyzer() {
    return analyzer;
  }

  /** Tells whether there is a document of that number. */
  boolean hasDocument(int number) {
    return documents.containsKey(number);
  }

  /** Returns the numbers of the documents that are wanted. */
  Set<Integer> documents(Predicate<Document> wanted) {
    return documents.values().stream().filter(wanted).map(Document::number).collect(Collectors.toSet());
  }

  /** Returns the passages right before and after some, in the order of the collection. */
  List<Passage> beside(Collection<Passage> passages) {
    Set<String> beside = passages.stream()
        .flatMap(
            passage -> Stream.of(-1, 1).map(step -> Passage.id(passage.document(), passage.ordinal() + step)))
        .collect(Collectors.toSet());
    return beside.isEmpty() ? List.of() : index.all(PassageFilter.passages(beside));
  }

  /** Returns which documents answer which. */
  Correspondence correspondence() {
    Correspondence known = correspondence;
    if (known == null) {
      known = new Correspondence(List.copyOf(documents.values()), analyzer);
      correspondence = known;
    }
    return known;
  }

  /** Returns what the documents are called. */
  DocumentNames names() {
    DocumentNames known = names;
    if (known == null) {
      known = new DocumentNames(List.copyOf(documents.values()));
      names = known;
    }
    return known;
  }

  /** Returns the terms of a passage. */
  AnalyzedPassage analyzed(Passage passage) {
    return analyzed.get(passage.id(), unknown -> AnalyzedPassage.of(passage, analyzer));
  }

  /** Returns the numbers of the documents that one of the people wrote, received or is named in. */
  Set<Integer> documentsNaming(Set<String> persons) {
    Set<Integer> found = new HashSet<>();
    for (String person : persons) {
      List<Term> terms = analyzer.terms(person);
      List<Term> named = terms.stream().filter(Term::isName).toList();
      Set<String> words = (named.isEmpty() ? terms : named).stream().map(Term::text)
          .collect(Collectors.toSet());
      if (words.size() <= PassageIndex.MAX_TERMS) { // Nobody's name has more words.
        found.addAll(index.documentsWith(words));
      }
    }
    return found;
  }

  /** Counts some terms at once that will be asked for one by one. */
  void count(Collection<Term> terms) {
    Set<String> texts = terms.stream().map(Term::text).collect(Collectors.toSet());
    text.count(texts);
    header.count(texts);
  }

  /** Tells whether any passage or header has a term. */
  boolean holds(String term) {
    return text.of(term) > 0 || header.of(term) > 0;
  }

  /** Tells whether a name of that root is in a passage, by which Manchuria is also the Manchurian border's. */
  boolean hasRoot(String root) {
    return roots.of(root) > 0;
  }

  /** Tells whether a word in lower case is in a passage just as it is. */
  boolean hasWord(String word) {
    return words.of(word) > 0;
  }

  /** Returns the inverse document frequency of a term, counting the passages that hold it. */
  double idf(String term) {
    int count = text.of(term);
    return Math.log(1 + (index.counted() - count + 0.5) / (count + 0.5));
  }
}
