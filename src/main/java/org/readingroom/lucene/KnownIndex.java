package org.readingroom.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.readingroom.index.Fields;
import org.readingroom.index.IndexKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows what an index that is there holds, so that neither its documents need be written again nor its vectors be
 * made again. For one thread.
 */
final class KnownIndex implements Closeable {

  private static final Logger log = LoggerFactory.getLogger(KnownIndex.class);

  private final @Nullable DirectoryReader reader;
  private final boolean sameForm;

  private KnownIndex(@Nullable DirectoryReader reader, boolean sameForm) {
    this.reader = reader;
    this.sameForm = sameForm;
  }

  /** Knows nothing. */
  static KnownIndex none() {
    return new KnownIndex(null, false);
  }

  /**
   * Opens what the last commit holds, which is nothing where it is damaged or its vectors are of another kind: what
   * is damaged would get a fresh checksum where it is copied.
   *
   * @throws IOException where it cannot be read for another reason than damage
   */
  static KnownIndex in(Directory directory, IndexKey key) throws IOException {
    DirectoryReader reader = null;
    try {
      if (DirectoryReader.indexExists(directory)) {
        reader = DirectoryReader.open(directory);
        Map<String, String> said = reader.getIndexCommit().getUserData();
        if (key.vectors().equals(said.get(LuceneUpdate.VECTORS))) {
          for (LeafReaderContext leaf : reader.leaves()) {
            leaf.reader().checkIntegrity();
          }
          return new KnownIndex(reader, key.form().equals(said.get(LuceneUpdate.FORM)));
        }
      }
    } catch (IOException | RuntimeException e) {
      if (!Damage.isShownBy(e)) {
        IOUtils.closeWhileHandlingException(reader);
        throw e;
      }
      log.warn("nothing of the old index can be used: {}", e.toString());
    }
    IOUtils.closeWhileHandlingException(reader);
    return none();
  }

  /** Tells whether it was made in the same way, so that documents that have not changed may stay in it. */
  boolean isOfSameForm() {
    return sameForm;
  }

  /** Returns the keys of the documents that are in it. */
  Set<String> documents() throws IOException {
    Set<String> found = new HashSet<>();
    if (reader != null) {
      for (LeafReaderContext leaf : reader.leaves()) {
        Terms terms = leaf.reader().terms(Fields.DOCUMENT);
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        PostingsEnum postings = null;
        for (BytesRef key = each.next(); key != null; key = each.next()) {
          postings = each.postings(postings, PostingsEnum.NONE);
          if (live(leaf.reader(), postings) != PostingsEnum.NO_MORE_DOCS) {
            found.add(HexFormat.of().formatHex(key.bytes, key.offset, key.offset + key.length));
          }
        }
      }
    }
    return found;
  }

  /** Returns the first record that has not been deleted. */
  private static int live(LeafReader leaf, PostingsEnum postings) throws IOException {
    Bits live = leaf.getLiveDocs();
    int at = postings.nextDoc();
    while (at != PostingsEnum.NO_MORE_DOCS && live != null && !live.get(at)) {
      at = postings.nextDoc();
    }
    return at;
  }

  /** Tells whether the vector of something embedded is known. */
  boolean has(BytesRef embedded) throws IOException {
    return reader != null && reader.docFreq(new Term(Fields.EMBEDDED, embedded)) > 0;
  }

  /** Returns the vector of something embedded, by its digest; null where it is not known. */
  byte @Nullable [] vector(BytesRef embedded) throws IOException {
    if (reader == null) {
      return null;
    }
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(Fields.EMBEDDED);
      TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
      if (each.seekExact(embedded)) {
        int record = each.postings(null, PostingsEnum.NONE).nextDoc();
        ByteVectorValues vectors = leaf.reader().getByteVectorValues(Fields.VECTOR);
        KnnVectorValues.DocIndexIterator at = vectors == null ? null : vectors.iterator();
        if (vectors == null || at == null || at.advance(record) != record) {
          throw new IOException("record " + record + " has no vector");
        }
        return vectors.vectorValue(at.index()).clone();
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
