package org.readingroom.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the vectors that the index to be replaced holds, by the SHA-256 of what was embedded.
 *
 * <p>
 * They are read when they are asked for, since all of them together may not fit into memory. For one thread.
 */
final class KnownVectors implements Closeable {

  private static final Logger log = LoggerFactory.getLogger(KnownVectors.class);

  private final @Nullable DirectoryReader reader;
  private final Map<String, Integer> records;

  private KnownVectors(@Nullable DirectoryReader reader, Map<String, Integer> records) {
    this.reader = reader;
    this.records = records;
  }

  /** Knows nothing. */
  static KnownVectors none() {
    return new KnownVectors(null, Map.of());
  }

  /**
   * Opens what the last commit holds, which is nothing where it is damaged or its vectors are of another kind:
   * a damaged vector that is copied would get a fresh checksum.
   */
  static KnownVectors in(Directory directory, String kind) {
    DirectoryReader reader = null;
    try {
      if (DirectoryReader.indexExists(directory)) {
        reader = DirectoryReader.open(directory);
        if (kind.equals(reader.getIndexCommit().getUserData().get(IndexBuilder.VECTORS))) {
          return new KnownVectors(reader, records(reader));
        }
      }
    } catch (IOException | RuntimeException e) {
      log.warn("no vector of the old index can be used: {}", e.toString());
    }
    IOUtils.closeWhileHandlingException(reader);
    return none();
  }

  private static Map<String, Integer> records(DirectoryReader reader) throws IOException {
    Map<String, Integer> records = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      leaf.reader().checkIntegrity();
      SortedDocValues embedded = leaf.reader().getSortedDocValues(IndexFields.EMBEDDED);
      while (embedded != null && embedded.nextDoc() != SortedDocValues.NO_MORE_DOCS) {
        records.put(embedded.lookupOrd(embedded.ordValue()).utf8ToString(), leaf.docBase + embedded.docID());
      }
    }
    return records;
  }

  /** Tells whether the vector of something embedded is known. */
  boolean has(String embedded) {
    return records.containsKey(embedded);
  }

  /** Returns the vector of something embedded that is known. */
  float[] of(String embedded) throws IOException {
    Integer record = records.get(embedded);
    if (reader == null || record == null) {
      throw new IllegalArgumentException("no vector of " + embedded);
    }
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext context = leaves.get(ReaderUtil.subIndex(record, leaves));
    LeafReader leaf = context.reader();
    int document = record - context.docBase;
    FloatVectorValues vectors = leaf.getFloatVectorValues(IndexFields.VECTOR);
    KnnVectorValues.DocIndexIterator at = vectors == null ? null : vectors.iterator();
    if (vectors == null || at == null || at.advance(document) != document) {
      throw new IOException("record " + record + " has no vector");
    }
    return vectors.vectorValue(at.index()).clone();
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
