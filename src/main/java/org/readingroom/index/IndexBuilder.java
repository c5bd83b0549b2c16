package org.readingroom.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.collection.Document;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Passage;

/**
 * Brings an index up to its contents in one update: documents that have not changed stay, and vectors of passages that
 * are already there, embedded by the same model, are used again.
 */
public final class IndexBuilder {

  /** How many passages are embedded side by side and then written. */
  private static final int BATCH = 32;
  /** How many passages are looked up at once. */
  private static final int LOOKED_UP = 512;

  private final PassageEmbedder embedder;

  public IndexBuilder(PassageEmbedder embedder) {
    this.embedder = embedder;
  }

  /** Makes the changes and commits them. */
  public void build(Contents contents, IndexUpdate update, BuildProgress progress) throws IOException {
    Map<String, Document> wanted = new LinkedHashMap<>();
    contents.documents().forEach(document -> wanted.put(IndexKey.of(document), document));
    List<String> gone = update.documents().stream().filter(there -> wanted.remove(there) == null).toList();
    if (!gone.isEmpty()) {
      update.delete(gone);
    }
    Chunker chunker = new Chunker(contents.chunking());
    Batch batch = new Batch(update, progress, missing(wanted.values(), chunker, update, progress));
    for (Map.Entry<String, Document> document : wanted.entrySet()) {
      for (Passage passage : chunker.chunk(document.getValue())) {
        batch.add(passage, document.getKey());
      }
    }
    batch.write();
    update.commit();
  }

  /** Counts the passages that have to be embedded. */
  private static int missing(Iterable<Document> documents, Chunker chunker, IndexUpdate update,
      BuildProgress progress) throws IOException {
    int missing = 0;
    List<String> digests = new ArrayList<>();
    for (Document document : documents) {
      chunker.chunk(document).forEach(passage -> digests.add(IndexKey.digestOf(embedded(passage))));
      if (digests.size() >= LOOKED_UP) {
        missing += unknown(digests, update);
        digests.clear();
      }
      progress.goesOn();
    }
    return missing + unknown(digests, update);
  }

  private static int unknown(List<String> digests, IndexUpdate update) throws IOException {
    Set<String> known = digests.isEmpty() ? Set.of() : update.known(new LinkedHashSet<>(digests));
    return (int) digests.stream().filter(digest -> !known.contains(digest)).count();
  }

  /** Returns what is embedded of a passage. */
  private static String embedded(Passage passage) {
    return passage.header() + passage.wholeWords().text();
  }

  /** A passage to be written, with the key of its document and the digest of what is embedded. */
  private record Item(Passage passage, String document, String embedded, String digest) {}

  /** Embeds passages side by side and writes them in their order. */
  private final class Batch {

    private final IndexUpdate update;
    private final BuildProgress progress;
    private final int missing;
    private final List<Item> items = new ArrayList<>();
    private int done;

    Batch(IndexUpdate update, BuildProgress progress, int missing) {
      this.update = update;
      this.progress = progress;
      this.missing = missing;
      if (missing > 0) {
        progress.embedded(0, missing);
      }
    }

    void add(Passage passage, String document) throws IOException {
      String embedded = embedded(passage);
      items.add(new Item(passage, document, embedded, IndexKey.digestOf(embedded)));
      if (items.size() == BATCH) {
        write();
      }
    }

    void write() throws IOException {
      if (items.isEmpty()) {
        return;
      }
      Map<String, byte[]> known = update.vectors(items.stream().map(Item::digest).toList());
      List<Item> unknown = items.stream().filter(item -> !known.containsKey(item.digest())).toList();
      Iterator<float[]> made = embedder.embed(unknown.stream().map(Item::embedded).toList()).iterator();
      List<IndexedPassage> passages = new ArrayList<>();
      for (Item item : items) {
        byte[] vector = known.get(item.digest());
        passages.add(new IndexedPassage(item.passage(), item.document(), item.digest(),
            vector == null ? Vectors.bytes(made.next()) : vector));
      }
      update.add(passages);
      progress.goesOn();
      done += unknown.size();
      if (!unknown.isEmpty()) {
        progress.embedded(done, missing);
      }
      items.clear();
    }
  }
}
