package org.readingroom.search;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.passage.Passage;

/**
 * Writes an index in one commit: readers see the old one until the new one is whole.
 *
 * <p>
 * Vectors of passages that are already in the old index, embedded by the same model, are taken from there.
 */
final class IndexBuilder {

  /** The commit's user data that holds the {@link IndexKey}. */
  static final String KEY = "reading-room.key";
  /** The commit's user data that says of what kind the vectors are. */
  static final String VECTORS = "reading-room.vectors";

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
   * @param reuse whether vectors are taken from what is there
   * @throws IOException if the directory cannot be written; the old index is then still whole, and whatever it was
   *         that failed, nothing half written is left beside it
   */
  void build(Directory directory, String key, List<Passage> passages, boolean reuse, BuildProgress progress)
      throws IOException {
    try {
      write(directory, key, passages, reuse, progress);
    } catch (IOException | RuntimeException | Error e) {
      // A writer that a full disk or too little memory ends leaves behind what it had written.
      try {
        removeLeftovers(directory);
      } catch (IOException | RuntimeException | Error more) {
        e.addSuppressed(more);
      }
      throw e;
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

  private void write(Directory directory, String key, List<Passage> passages, boolean reuse,
      BuildProgress progress) throws IOException {
    // Records stay in the order of the passages only where neighbouring segments are merged, and what fails
    // in a merge is thrown here only where it is merged here.
    IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(PassageIndex.BM25)
        .setOpenMode(IndexWriterConfig.OpenMode.CREATE).setCommitOnClose(false).setRAMBufferSizeMB(64)
        .setMergePolicy(new LogDocMergePolicy()).setMergeScheduler(new SerialMergeScheduler());
    String kind = IndexKey.vectors(model.modelName());
    try (IndexWriter writer = new IndexWriter(directory, config);
        KnownVectors known = reuse ? KnownVectors.in(directory, kind) : KnownVectors.none()) {
      write(writer, passages, known, progress);
      writer.forceMerge(1);
      writer.setLiveCommitData(Map.of(KEY, key, VECTORS, kind).entrySet());
      writer.commit();
    }
  }

  private void write(IndexWriter writer, List<Passage> passages, KnownVectors known, BuildProgress progress)
      throws IOException {
    List<Item> items = passages.stream().map(Item::of).toList();
    int missing = (int) items.stream().filter(item -> !known.has(item.digest())).count();
    int done = 0;
    if (missing > 0) {
      progress.embedded(done, missing);
    }
    for (int from = 0; from < items.size(); from += BATCH) {
      List<Item> batch = items.subList(from, Math.min(from + BATCH, items.size()));
      List<Item> unknown = batch.stream().filter(item -> !known.has(item.digest())).toList();
      Iterator<float[]> embedded = model.onWorkers(unknown, item -> model.embedPassage(item.embedded()))
          .iterator();
      for (Item item : batch) {
        float[] vector = known.has(item.digest()) ? known.of(item.digest()) : embedded.next();
        writer.addDocument(PassageRecords.of(item.passage(), item.digest(), vector));
      }
      done += unknown.size();
      if (!unknown.isEmpty()) {
        progress.embedded(done, missing);
      }
    }
  }

  /**
   * Is a passage to be written.
   *
   * @param embedded what is embedded of it
   * @param digest the SHA-256 of that
   */
  private record Item(Passage passage, String embedded, String digest) {

    static Item of(Passage passage) {
      String embedded = passage.header() + passage.wholeWords().text();
      return new Item(passage, embedded, IndexKey.sha256(embedded));
    }
  }
}
