package org.readingroom.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.embedding.QuantizedTokenVectors;
import org.readingroom.embedding.TokenEmbeddings;
import org.readingroom.passage.Passage;
import org.readingroom.search.PassageRecords.Vectors;

/**
 * Writes an index in one commit: readers see the old one until the new one is whole.
 *
 * <p>
 * Vectors of passages that are already in the old index, embedded by the same model, are taken from there.
 */
final class IndexBuilder {

  /** The commit's user data that holds the {@link IndexKey}. */
  static final String KEY = "reading-room.key";
  /** The commit's user data that holds the id of the embedding model. */
  static final String MODEL = "reading-room.model";

  /** How many passages are embedded side by side and then written, in their order. */
  private static final int BATCH = 32;

  private final TextAnalyzer analyzer;
  private final OnnxEmbeddingModel model;

  IndexBuilder(TextAnalyzer analyzer, OnnxEmbeddingModel model) {
    this.analyzer = analyzer;
    this.model = model;
  }

  /**
   * Replaces what is in the directory by the passages.
   *
   * @throws org.apache.lucene.store.LockObtainFailedException if another process is writing
   * @throws IOException if the directory cannot be written; the old index is then still whole
   */
  void build(Directory directory, String key, List<Passage> passages, boolean reuse, BuildProgress progress)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(PassageIndex.BM25)
        .setOpenMode(IndexWriterConfig.OpenMode.CREATE).setCommitOnClose(false).setRAMBufferSizeMB(64);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      Map<String, Vectors> known = reuse ? vectorsIn(directory) : Map.of();
      for (int from = 0; from < passages.size(); from += BATCH) {
        List<Passage> batch = passages.subList(from, Math.min(from + BATCH, passages.size()));
        List<Document> records = model.onWorkers(batch, passage -> record(passage, known));
        writer.addDocuments(records);
        progress.embedded(from + batch.size(), passages.size());
      }
      writer.forceMerge(1);
      writer.setLiveCommitData(Map.of(KEY, key, MODEL, model.modelName()).entrySet());
      writer.commit();
    }
  }

  private Document record(Passage passage, Map<String, Vectors> known) {
    String embedded = IndexKey.sha256(passage.header() + '\n' + passage.text());
    Vectors vectors = known.get(embedded);
    return PassageRecords.of(passage, embedded, vectors == null ? embed(passage) : vectors);
  }

  private Vectors embed(Passage passage) {
    TokenEmbeddings embeddings = model.encodePassage(passage.header(), passage.text());
    return new Vectors(embeddings.vector(), new BytesRef(QuantizedTokenVectors.of(embeddings).toBytes()));
  }

  /** Returns the vectors that the directory's last commit holds, by what was embedded. */
  private Map<String, Vectors> vectorsIn(Directory directory) throws IOException {
    Map<String, Vectors> found = new HashMap<>();
    if (!DirectoryReader.indexExists(directory)) {
      return found;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      if (!model.modelName().equals(reader.getIndexCommit().getUserData().get(MODEL))) {
        return found;
      }
      for (LeafReaderContext leaf : reader.leaves()) {
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(IndexFields.VECTOR);
        BinaryDocValues tokens = leaf.reader().getBinaryDocValues(IndexFields.TOKENS);
        SortedDocValues embedded = leaf.reader().getSortedDocValues(IndexFields.EMBEDDED);
        if (vectors == null || tokens == null || embedded == null) {
          return Map.of();
        }
        KnnVectorValues.DocIndexIterator each = vectors.iterator();
        while (each.nextDoc() != KnnVectorValues.DocIndexIterator.NO_MORE_DOCS) {
          tokens.advanceExact(each.docID());
          embedded.advanceExact(each.docID());
          found.put(embedded.lookupOrd(embedded.ordValue()).utf8ToString(),
              new Vectors(vectors.vectorValue(each.index()).clone(),
                  BytesRef.deepCopyOf(tokens.binaryValue())));
        }
      }
      return found;
    } catch (IOException | RuntimeException e) {
      return Map.of(); // a foreign or damaged index: nothing in it is worth keeping
    }
  }
}
