package org.readingroom.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Is one opened, unchanging state of the index, from whose records passages are made when they are asked for.
 *
 * <p>
 * It counts its users, of whom the one that opened it is the first, and closes its files when the last has let go.
 */
final class PassageIndex {

  private static final Logger log = LoggerFactory.getLogger(PassageIndex.class);

  /** The measured choice for passages of one to two hundred words. */
  static final BM25Similarity BM25 = new BM25Similarity(0.9f, 0.4f);

  /** How many passages are kept once they are made. */
  private static final int KEPT = 4_000;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final TextAnalyzer analyzer;
  private final Map<Integer, Document> documents = new TreeMap<>();
  private final Cache<Integer, Passage> passages = Caffeine.newBuilder().maximumSize(KEPT).build();
  private final Cache<Integer, AnalyzedPassage> analyzed = Caffeine.newBuilder().maximumSize(KEPT).build();
  private volatile @Nullable Correspondence correspondence;
  private volatile @Nullable DocumentNames names;

  /**
   * Takes an open reader over.
   *
   * @param known the documents that were indexed
   */
  PassageIndex(Directory directory, DirectoryReader reader, Collection<Document> known,
      TextAnalyzer analyzer) {
    this.analyzer = analyzer;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.searcher.setSimilarity(BM25);
    reader.getReaderCacheHelper().addClosedListener(key -> directory.close());
    known.forEach(document -> documents.put(document.number(), document));
  }

  IndexSearcher searcher() {
    return searcher;
  }

  /** Returns the number of passages. */
  int size() {
    return reader.numDocs();
  }

  /** Returns the passage of a record. */
  Passage passage(int record) {
    return passages.get(record, this::read);
  }

  private Passage read(int record) {
    try {
      BytesRef stored = searcher.storedFields().document(record, Set.of(IndexFields.PASSAGE))
          .getBinaryValue(IndexFields.PASSAGE);
      return PassageRecords.passage(stored, this::document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Document document(int number) {
    Document document = documents.get(number);
    if (document == null) {
      throw new IllegalStateException(
          "the index knows a document " + number + " that the collection does not");
    }
    return document;
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

  /** Returns the records of a document's passages, in their order. */
  List<Integer> records(int number) {
    return records(IntField.newExactQuery(IndexFields.NUMBER, number));
  }

  /** Returns the records of the passages right before and after one, in their order. */
  List<Integer> beside(Passage passage) {
    BooleanQuery.Builder beside = new BooleanQuery.Builder();
    for (int ordinal : List.of(passage.ordinal() - 1, passage.ordinal() + 1)) {
      beside.add(
          new TermQuery(new Term(IndexFields.ID, Passage.id(passage.document(), ordinal))), Occur.SHOULD);
    }
    return records(beside.build());
  }

  /** Returns the records that match a query, in the order of the collection. */
  List<Integer> records(Query query) {
    List<Integer> records = new ArrayList<>();
    forEach(query, (leaf, at) -> records.add(leaf.docBase + at));
    Map<Integer, Passage> made = records.stream().collect(Collectors.toMap(record -> record, this::passage));
    return records.stream().sorted(Comparator.comparing(made::get, Passage.ORDER)).toList();
  }

  /** Returns the numbers of the documents with a passage that matches a query. */
  private Set<Integer> numbers(Query query) {
    Set<Integer> numbers = new HashSet<>();
    forEach(query, (leaf, at) -> {
      SortedNumericDocValues values = leaf.reader().getSortedNumericDocValues(IndexFields.NUMBER);
      if (values != null && values.advanceExact(at)) {
        numbers.add((int) values.nextValue());
      }
    });
    return numbers;
  }

  /** Is given each record that matches, as a segment and a place in it. */
  private interface Matching {

    void match(LeafReaderContext leaf, int at) throws IOException;
  }

  private void forEach(Query query, Matching matching) {
    try {
      Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
      for (LeafReaderContext leaf : reader.leaves()) {
        Scorer scorer = weight.scorer(leaf);
        DocIdSetIterator found = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
        for (int at = found.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = found.nextDoc()) {
          if (leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(at)) {
            matching.match(leaf, at);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** Returns the terms of a record's passage. */
  AnalyzedPassage analyzed(int record) {
    return analyzed.get(record, unknown -> AnalyzedPassage.of(passage(unknown), analyzer));
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
            .add(new TermQuery(new Term(IndexFields.TEXT, word)), Occur.SHOULD)
            .add(new TermQuery(new Term(IndexFields.HEADER, word)), Occur.SHOULD).build(), Occur.MUST);
      }
      found.addAll(numbers(all.build()));
    }
    return found;
  }

  /** Tells whether any passage or header has a term. */
  boolean holds(String term) {
    return count(IndexFields.TEXT, term) > 0 || count(IndexFields.HEADER, term) > 0;
  }

  /** Tells whether a name of that root is in a passage, by which Manchuria is also the Manchurian border's. */
  boolean hasRoot(String root) {
    return count(IndexFields.ROOTS, root) > 0;
  }

  /** Tells whether a word in lower case is in a passage just as it is. */
  boolean hasWord(String word) {
    return count(IndexFields.WORDS, word) > 0;
  }

  /** Returns how many passages have a term. */
  private int count(String field, String term) {
    try {
      return reader.docFreq(new Term(field, term));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the words in lower case that an automaton accepts, with how often each stands in the passages. */
  Map<String, Long> words(CompiledAutomaton wanted) {
    try {
      Map<String, Long> found = new TreeMap<>();
      Terms terms = MultiTerms.getTerms(reader, IndexFields.WORDS);
      TermsEnum each = terms == null ? TermsEnum.EMPTY : wanted.getTermsEnum(terms);
      for (BytesRef word = each.next(); word != null; word = each.next()) {
        found.put(word.utf8ToString(), each.totalTermFreq());
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the inverse document frequency of a term, counting the passages that hold it. */
  double idf(String term) {
    int count = count(IndexFields.TEXT, term);
    return Math.log(1 + (reader.maxDoc() - count + 0.5) / (count + 0.5)); // Both count deleted records, too.
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
