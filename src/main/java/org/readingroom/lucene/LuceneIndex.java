package org.readingroom.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.readingroom.collection.Document;
import org.readingroom.index.Fields;
import org.readingroom.index.Hit;
import org.readingroom.index.IndexField;
import org.readingroom.index.PackedPassage;
import org.readingroom.index.PassageFilter;
import org.readingroom.index.PassageIndex;
import org.readingroom.index.Vectors;
import org.readingroom.index.WeightedTerm;
import org.readingroom.passage.Passage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One opened commit of an index, from whose records passages are made when they are asked for. */
final class LuceneIndex implements PassageIndex {

  private static final Logger log = LoggerFactory.getLogger(LuceneIndex.class);

  static final BM25Similarity BM25 = new BM25Similarity(BM25_K1, BM25_B);

  /** How many passages are kept once they are made. */
  private static final int KEPT = 4_000;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Map<Integer, Document> documents = new TreeMap<>();
  private final Cache<Integer, Passage> passages = Caffeine.newBuilder().maximumSize(KEPT).build();

  /**
   * Takes an open reader over.
   *
   * @param known the documents that were indexed
   */
  LuceneIndex(Directory directory, DirectoryReader reader, Collection<Document> known) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.searcher.setSimilarity(BM25);
    reader.getReaderCacheHelper().addClosedListener(key -> directory.close());
    known.forEach(document -> documents.put(document.number(), document));
  }

  @Override
  public int size() {
    return reader.numDocs();
  }

  @Override
  public List<Hit> byWords(List<WeightedTerm> anyOf, PassageFilter filter, int limit) {
    BooleanQuery.Builder words = FilterQueries.of(filter);
    anyOf.forEach(term -> words.add(
        new BoostQuery(query(term.field(), term.term()), (float) term.weight()), Occur.SHOULD));
    return search(words.setMinimumNumberShouldMatch(1).build(), limit, hit -> hit.score);
  }

  @Override
  public List<Hit> byAllWords(Collection<Set<String>> allOf, PassageFilter filter, int limit) {
    if (allOf.isEmpty()) {
      return List.of();
    }
    BooleanQuery.Builder all = FilterQueries.of(filter);
    for (Set<String> terms : allOf) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      terms.forEach(term -> any.add(query(IndexField.TEXT, term), Occur.SHOULD));
      all.add(any.build(), Occur.MUST);
    }
    return search(all.build(), limit, hit -> hit.score);
  }

  @Override
  public List<Hit> byVector(float[] vector, PassageFilter filter, int limit) {
    BooleanQuery within = FilterQueries.of(filter).build();
    return search(
        new KnnByteVectorQuery(Fields.VECTOR, Vectors.bytes(vector), limit,
            within.clauses().isEmpty() ? null : within),
        limit, hit -> Vectors.cosine(hit.score, vector.length));
  }

  private static Query query(IndexField field, String term) {
    return new TermQuery(new Term(field.fieldName(), term));
  }

  private List<Hit> search(Query query, int limit, ToDoubleFunction<ScoreDoc> score) {
    try {
      return Arrays.stream(searcher.search(query, limit).scoreDocs)
          .map(hit -> new Hit(passage(hit.doc), score.applyAsDouble(hit))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Passage passage(int record) {
    return passages.get(record, this::read);
  }

  private Passage read(int record) {
    try {
      BytesRef stored = searcher.storedFields().document(record, Set.of(Fields.PASSAGE))
          .getBinaryValue(Fields.PASSAGE);
      return PackedPassage.passage(ByteBuffer.wrap(stored.bytes, stored.offset, stored.length),
          this::document);
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

  @Override
  public List<Passage> all(PassageFilter filter) {
    List<Passage> found = new ArrayList<>();
    BooleanQuery within = FilterQueries.of(filter).build();
    forEach(within.clauses().isEmpty() ? MatchAllDocsQuery.INSTANCE : within,
        (leaf, at) -> found.add(passage(leaf.docBase + at)));
    found.sort(Passage.ORDER);
    return found;
  }

  @Override
  public Set<Integer> documentsWith(Set<String> terms) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String term : terms) {
      all.add(new BooleanQuery.Builder().add(query(IndexField.TEXT, term), Occur.SHOULD)
          .add(query(IndexField.HEADER, term), Occur.SHOULD).build(), Occur.MUST);
    }
    Set<Integer> numbers = new HashSet<>();
    forEach(all.build(), (leaf, at) -> {
      SortedNumericDocValues values = leaf.reader().getSortedNumericDocValues(Fields.NUMBER);
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

  @Override
  public Map<String, Integer> counts(IndexField field, Collection<String> terms) {
    try {
      Map<String, Integer> counts = new HashMap<>();
      for (String term : terms) {
        counts.put(term, reader.docFreq(new Term(field.fieldName(), term)));
      }
      return counts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int counted() {
    return reader.maxDoc();
  }

  @Override
  public Map<String, Long> wordsNear(String word) {
    CompiledAutomaton near = new CompiledAutomaton(
        new LevenshteinAutomata(word.substring(1), true).toAutomaton(1, word.substring(0, 1)));
    try {
      Map<String, Long> found = new TreeMap<>();
      Terms terms = MultiTerms.getTerms(reader, IndexField.WORDS.fieldName());
      TermsEnum each = terms == null ? TermsEnum.EMPTY : near.getTermsEnum(terms);
      for (BytesRef next = each.next(); next != null; next = each.next()) {
        found.put(next.utf8ToString(), each.totalTermFreq());
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean retain() {
    return reader.tryIncRef();
  }

  @Override
  public void release() {
    try {
      reader.decRef();
    } catch (IOException e) {
      log.warn("The files of an index could not be closed", e);
    }
  }
}
