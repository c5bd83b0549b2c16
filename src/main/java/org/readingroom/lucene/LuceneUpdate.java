package org.readingroom.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.readingroom.index.Fields;
import org.readingroom.index.IndexKey;
import org.readingroom.index.IndexUpdate;
import org.readingroom.index.IndexedPassage;
import org.readingroom.text.TextAnalyzer;

/** Writes an index in one commit: readers see the old one until the new one is whole. */
final class LuceneUpdate implements IndexUpdate {

  /** The commit's user data that hold the {@link IndexKey}. */
  static final String KEY = "reading-room.key";
  static final String FORM = "reading-room.form";
  static final String VECTORS = "reading-room.vectors";

  /** Up to how many passages all are merged into one segment, which is searched fastest. */
  private static final int MAX_IN_ONE = 50_000;

  private final IndexKey key;
  private final KnownIndex known;
  private final IndexWriter writer;

  private LuceneUpdate(IndexKey key, KnownIndex known, IndexWriter writer) {
    this.key = key;
    this.known = known;
    this.writer = writer;
  }

  /**
   * Begins an update.
   *
   * @param reuse whether what is there is used
   */
  static LuceneUpdate begin(Directory directory, IndexKey key, TextAnalyzer analyzer, boolean reuse)
      throws IOException {
    KnownIndex known = reuse ? KnownIndex.in(directory, key) : KnownIndex.none();
    try {
      // All is merged where it is written, for what fails in a merge is thrown only there.
      return new LuceneUpdate(key, known,
          new IndexWriter(directory, new IndexWriterConfig(analyzer).setSimilarity(LuceneIndex.BM25)
              .setOpenMode(known.isOfSameForm()
                  ? IndexWriterConfig.OpenMode.APPEND
                  : IndexWriterConfig.OpenMode.CREATE)
              .setCommitOnClose(false).setRAMBufferSizeMB(64)
              .setMergeScheduler(new SerialMergeScheduler())));
    } catch (IOException | RuntimeException e) {
      known.close();
      throw e;
    }
  }

  @Override
  public Set<String> documents() throws IOException {
    return known.isOfSameForm() ? known.documents() : Set.of();
  }

  @Override
  public Set<String> known(Collection<String> embedded) throws IOException {
    Set<String> found = new HashSet<>();
    for (String digest : embedded) {
      if (known.has(PassageRecords.digest(digest))) {
        found.add(digest);
      }
    }
    return found;
  }

  @Override
  public Map<String, byte[]> vectors(Collection<String> embedded) throws IOException {
    Map<String, byte[]> found = new HashMap<>();
    for (String digest : embedded) {
      byte[] vector = known.vector(PassageRecords.digest(digest));
      if (vector != null) {
        found.put(digest, vector);
      }
    }
    return found;
  }

  @Override
  public void delete(Collection<String> documents) throws IOException {
    for (String document : documents) {
      writer.deleteDocuments(new Term(Fields.DOCUMENT, PassageRecords.digest(document)));
    }
  }

  @Override
  public void add(List<IndexedPassage> passages) throws IOException {
    for (IndexedPassage passage : passages) {
      writer.addDocument(PassageRecords.of(passage));
    }
  }

  @Override
  public void commit() throws IOException {
    if (writer.getDocStats().numDocs <= MAX_IN_ONE) {
      writer.forceMerge(1);
    } else {
      writer.forceMergeDeletes();
    }
    writer.setLiveCommitData(
        Map.of(KEY, key.key(), FORM, key.form(), VECTORS, key.vectors()).entrySet());
    writer.commit();
  }

  @Override
  public void close() throws IOException {
    try (known; writer) {
      // The writer first, as it may merge what is known.
    }
  }

  /**
   * Removes the files of an index that its last commit does not hold, as failed and killed builds leave them, by
   * opening a writer that writes nothing. Readers that have such files open keep them: systems that would take
   * them away from them do not let them be deleted.
   *
   * @throws org.apache.lucene.store.LockObtainFailedException if something is being written
   */
  static void removeLeftovers(Directory directory) throws IOException {
    new IndexWriter(directory, new IndexWriterConfig().setOpenMode(IndexWriterConfig.OpenMode.CREATE)
        .setCommitOnClose(false)).close();
  }
}
