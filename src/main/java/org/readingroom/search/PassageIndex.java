package org.readingroom.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Is one opened, unchanging state of the index, with the passages that its records stand for.
 *
 * <p>
 * It counts its users, of whom the one that opened it is the first, and closes its files when the last has let go.
 */
final class PassageIndex {

  private static final Logger log = LoggerFactory.getLogger(PassageIndex.class);

  /** The measured choice for passages of one to two hundred words. */
  static final BM25Similarity BM25 = new BM25Similarity(0.9f, 0.4f);

  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final TextAnalyzer analyzer;
  private final Passage[] passages;
  private final AtomicReferenceArray<@Nullable AnalyzedPassage> analyzed;
  private final Map<Integer, List<Integer>> numbers = new LinkedHashMap<>();
  private volatile @Nullable Correspondence correspondence;
  private volatile @Nullable DocumentNames names;
  private volatile @Nullable Set<String> roots;
  private volatile @Nullable Map<String, Integer> words;

  /**
   * Takes an open reader over; the passages are matched with its records by their ids.
   *
   * @throws IOException if a record cannot be read or its passage is unknown
   */
  PassageIndex(Directory directory, DirectoryReader reader, List<Passage> known, TextAnalyzer analyzer)
      throws IOException {
    this.analyzer = analyzer;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.searcher.setSimilarity(BM25);
    reader.getReaderCacheHelper().addClosedListener(key -> directory.close());
    Map<String, Passage> byId = new HashMap<>();
    known.forEach(passage -> byId.put(passage.id(), passage));
    this.passages = new Passage[reader.maxDoc()];
    this.analyzed = new AtomicReferenceArray<>(reader.maxDoc());
    int found = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedDocValues ids = leaf.reader().getSortedDocValues(IndexFields.ID);
      while (ids != null && ids.nextDoc() != SortedDocValues.NO_MORE_DOCS) {
        String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
        Passage passage = byId.get(id);
        if (passage == null) {
          throw new IOException("the index knows a passage " + id + " that the collection does not");
        }
        passages[leaf.docBase + ids.docID()] = passage;
        found++;
        numbers.computeIfAbsent(passage.document().number(), n -> new ArrayList<>())
            .add(leaf.docBase + ids.docID());
      }
    }
    if (found != known.size()) {
      throw new IOException("the index holds " + found + " passages of " + known.size());
    }
  }

  IndexSearcher searcher() {
    return searcher;
  }

  /** Returns the number of passages. */
  int size() {
    return passages.length;
  }

  /** Returns the passage of a record. */
  Passage passage(int record) {
    return passages[record];
  }

  TextAnalyzer analyzer() {
    return analyzer;
  }

  /** Tells whether there is a document of that number. */
  boolean hasDocument(int number) {
    return numbers.containsKey(number);
  }

  /** Returns the numbers of the documents that are wanted. */
  Set<Integer> documents(Predicate<Document> wanted) {
    return numbers.entrySet().stream()
        .filter(each -> wanted.test(passages[each.getValue().getFirst()].document())).map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Returns the records of a document's passages, in their order. */
  List<Integer> records(int number) {
    return numbers.getOrDefault(number, List.of());
  }

  /** Returns which documents answer which. */
  Correspondence correspondence() {
    Correspondence known = correspondence;
    if (known == null) {
      known = new Correspondence(
          numbers.values().stream().map(records -> passages[records.getFirst()].document()).toList(),
          analyzer);
      correspondence = known;
    }
    return known;
  }

  /** Returns what the documents are called. */
  DocumentNames names() {
    DocumentNames known = names;
    if (known == null) {
      known = new DocumentNames(
          numbers.values().stream().map(records -> passages[records.getFirst()].document()).toList());
      names = known;
    }
    return known;
  }

  /** Returns the terms of a record's passage, kept from the first use on. */
  AnalyzedPassage analyzed(int record) {
    AnalyzedPassage known = analyzed.get(record);
    if (known == null) {
      known = AnalyzedPassage.of(passages[record], analyzer);
      analyzed.set(record, known);
    }
    return known;
  }

  /** Returns the numbers of the documents that one of the people wrote, received or is named in. */
  Set<Integer> documentsNaming(Set<String> persons) {
    Set<Integer> found = new HashSet<>();
    for (String person : persons) {
      List<org.readingroom.search.Term> terms = analyzer.terms(person);
      List<org.readingroom.search.Term> names = terms.stream().filter(org.readingroom.search.Term::isName)
          .toList();
      Set<String> words = (names.isEmpty() ? terms : names).stream().map(org.readingroom.search.Term::text)
          .collect(Collectors.toSet());
      if (2 * words.size() > IndexSearcher.getMaxClauseCount()) {
        continue; // Nobody's name has so many words.
      }
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      for (String word : words) {
        all.add(new BooleanQuery.Builder()
            .add(new TermQuery(new Term(IndexFields.TEXT, word)), BooleanClause.Occur.SHOULD)
            .add(new TermQuery(new Term(IndexFields.HEADER, word)), BooleanClause.Occur.SHOULD)
            .build(),
            BooleanClause.Occur.MUST);
      }
      try {
        for (ScoreDoc hit : searcher.search(all.build(), Math.max(1, size())).scoreDocs) {
          found.add(passages[hit.doc].document().number());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  /** Tells whether any passage or header has a term. */
  boolean holds(String term) {
    try {
      return reader.docFreq(new Term(IndexFields.TEXT, term)) > 0
          || reader.docFreq(new Term(IndexFields.HEADER, term)) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the roots of the names in all passages, by which Manchuria is also the Manchurian border's. */
  Set<String> roots() {
    Set<String> known = roots;
    if (known == null) {
      known = Arrays.stream(passages).flatMap(passage -> Demonyms.roots(passage.text()).stream())
          .collect(Collectors.toSet());
      roots = known;
    }
    return known;
  }

  /** Returns the words of all passages in lower case, with how often each stands there. */
  Map<String, Integer> words() {
    Map<String, Integer> known = words;
    if (known == null) {
      Map<String, Integer> counted = new HashMap<>();
      for (Passage passage : passages) {
        WORD.matcher(passage.text()).results()
            .forEach(word -> counted.merge(word.group().toLowerCase(Locale.ROOT), 1, Integer::sum));
      }
      words = counted;
      known = counted;
    }
    return known;
  }

  /** Returns the inverse document frequency of a term, counting the passages and headers that hold it. */
  double idf(String term) {
    try {
      int count = Math.max(reader.docFreq(new Term(IndexFields.TEXT, term)), 0);
      return Math.log(1 + (size() - count + 0.5) / (count + 0.5));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts one more user, who has to {@link #release} it; returns false where it is closed already. */
  boolean retain() {
    return reader.tryIncRef();
  }

  /** Counts one user less, and closes the files after the last. */
  void release() {
    try {
      reader.decRef();
    } catch (IOException e) {
      log.warn("The files of an index could not be closed", e);
    }
  }
}
