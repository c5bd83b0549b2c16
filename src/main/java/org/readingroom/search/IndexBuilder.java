package org.readingroom.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;

/**
 * Writes an index in one commit: readers see the old one until the new one is whole.
 *
 * <p>
 * Documents that have not changed stay, and vectors of passages that are already there, embedded by the same model, are
 * taken from there.
 */
final class IndexBuilder {

  /** The commit's user data that hold the {@link IndexKey}. */
  static final String KEY = "reading-room.key";
  static final String FORM = "reading-room.form";
  static final String VECTORS = "reading-room.vectors";

  /** How many passages are embedded side by side and then written. */
  private static final int BATCH = 32;
  /** Up to how many passages all are merged into one segment, which is searched fastest. */
  private static final int MAX_IN_ONE = 50_000;

  private final TextAnalyzer analyzer;
  private final PassageEmbedder embedder;

  IndexBuilder(TextAnalyzer analyzer, PassageEmbedder embedder) {
    this.analyzer = analyzer;
    this.embedder = embedder;
  }

  /**
   * Is what an index is to hold.
   *
   * @param documents the documents, in their order
   */
  record Contents(IndexKey key, List<Document> documents, Chunking chunking) {}

  /**
   * Brings what is in the directory up to the contents: documents that have not changed stay as they are.
   *
   * @param reuse whether what is there is used
   * @throws IOException if the directory cannot be written; the old index is then still whole, and whatever it was
   *         that failed, nothing half written is left beside it
   */
  void build(Directory directory, Contents contents, boolean reuse, BuildProgress progress)
      throws IOException {
    try {
      write(directory, contents, reuse, progress);
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

  private void write(Directory directory, Contents contents, boolean reuse, BuildProgress progress)
      throws IOException {
    IndexKey key = contents.key();
    try (KnownIndex known = reuse ? KnownIndex.in(directory, key) : KnownIndex.none();
        IndexWriter writer = new IndexWriter(directory, config(known.isOfSameForm()))) {
      List<Document> changed = contents.documents();
      if (known.isOfSameForm()) {
        Map<BytesRef, Document> wanted = new LinkedHashMap<>();
        changed.forEach(document -> wanted.put(IndexKey.of(document), document));
        for (BytesRef there : known.documents()) {
          if (wanted.remove(there) == null) {
            writer.deleteDocuments(new org.apache.lucene.index.Term(IndexFields.DOCUMENT, there));
          }
        }
        changed = List.copyOf(wanted.values());
      }
      write(writer, new Chunker(contents.chunking()), changed, known, progress);
      if (writer.getDocStats().numDocs <= MAX_IN_ONE) {
        writer.forceMerge(1);
      } else {
        writer.forceMergeDeletes();
      }
      writer.setLiveCommitData(
          Map.of(KEY, key.key(), FORM, key.form(), VECTORS, key.vectors()).entrySet());
      writer.commit();
    }
  }

  /** Has all merged where it is written, for what fails in a merge is thrown only there. */
  private IndexWriterConfig config(boolean append) {
    return new IndexWriterConfig(analyzer).setSimilarity(PassageIndex.BM25)
        .setOpenMode(append ? IndexWriterConfig.OpenMode.APPEND : IndexWriterConfig.OpenMode.CREATE)
        .setCommitOnClose(false).setRAMBufferSizeMB(64).setMergeScheduler(new SerialMergeScheduler());
  }

  private void write(IndexWriter writer, Chunker chunker, List<Document> documents, KnownIndex known,
      BuildProgress progress) throws IOException {
    int missing = 0;
    for (Document document : documents) {
      for (Passage passage : chunker.chunk(document)) {
        missing += known.has(IndexKey.digestOf(embedded(passage))) ? 0 : 1;
      }
      progress.goesOn();
    }
    Batch batch = new Batch(writer, known, progress, missing);
    for (Document document : documents) {
      BytesRef key = IndexKey.of(document);
      for (Passage passage : chunker.chunk(document)) {
        batch.add(passage, key);
      }
    }
    batch.write();
  }

  /** Returns what is embedded of a passage. */
  private static String embedded(Passage passage) {
    return passage.header() + passage.wholeWords().text();
  }

  /** Is a passage to be written, with the key of its document and the digest of what is embedded. */
  private record Item(Passage passage, BytesRef document, String embedded, BytesRef digest) {}

  /** Embeds passages side by side and writes them in their order. */
  private final class Batch {

    private final IndexWriter writer;
    private final KnownIndex known;
    private final BuildProgress progress;
    private final int missing;
    private final List<Item> items = new ArrayList<>();
    private int done;

    Batch(IndexWriter writer, KnownIndex known, BuildProgress progress, int missing) {
      this.writer = writer;
      this.known = known;
      this.progress = progress;
      this.missing = missing;
      if (missing > 0) {
        progress.embedded(0, missing);
      }
    }

    void add(Passage passage, BytesRef document) throws IOException {
      String embedded = embedded(passage);
      items.add(new Item(passage, document, embedded, IndexKey.digestOf(embedded)));
      if (items.size() == BATCH) {
        write();
      }
    }

    void write() throws IOException {
      List<byte @Nullable []> vectors = new ArrayList<>();
      List<Item> unknown = new ArrayList<>();
      for (Item item : items) {
        byte[] vector = known.vector(item.digest());
        vectors.add(vector);
        if (vector == null) {
          unknown.add(item);
        }
      }
      Iterator<float[]> made = embedder.embed(unknown.stream().map(Item::embedded).toList()).iterator();
      for (int i = 0; i < items.size(); i++) {
        Item item = items.get(i);
        byte[] vector = vectors.get(i);
        writer.addDocument(PassageRecords.of(item.passage(), item.document(), item.digest(),
            vector == null ? Vectors.bytes(made.next()) : vector));
      }
      progress.goesOn();
      done += unknown.size();
      if (!unknown.isEmpty()) {
        progress.embedded(done, missing);
      }
      items.clear();
    }
  }
}
