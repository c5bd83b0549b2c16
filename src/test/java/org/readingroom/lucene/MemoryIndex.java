package org.readingroom.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.readingroom.index.IndexKey;
import org.readingroom.index.IndexedPassage;
import org.readingroom.index.PassageIndex;
import org.readingroom.index.Vectors;
import org.readingroom.passage.Passage;
import org.readingroom.text.TextAnalyzer;

/** Makes indexes of a few passages in memory, without vectors of any meaning. */
public final class MemoryIndex {

  private MemoryIndex() {}

  public static PassageIndex of(TextAnalyzer analyzer, Collection<Passage> passages) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (Passage passage : passages) {
        writer.addDocument(PassageRecords.of(new IndexedPassage(passage, IndexKey.of(passage.document()),
            IndexKey.digestOf(passage.text()), Vectors.bytes(new float[]{0.5f, 0}))));
      }
    }
    return new LuceneIndex(directory, DirectoryReader.open(directory),
        List.copyOf(passages.stream().map(Passage::document).distinct().toList()));
  }
}
