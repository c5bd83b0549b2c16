package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.readingroom.search.SmallCollection.CHUNKING;
import static org.readingroom.search.SmallCollection.MODELS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.readingroom.embedding.BundledModel;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Passage;

class IndexBuilderIT {

  /** Is a disk on which only so many changes can still be made. */
  private static final class FullDirectory extends FilterDirectory {

    private int changes;

    FullDirectory(Directory in, int changes) {
      super(in);
      this.changes = changes;
    }

    private void change() throws IOException {
      if (changes-- <= 0) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      change();
      return super.createOutput(name, context);
    }

    @Override
    public void sync(java.util.Collection<String> names) throws IOException {
      change();
      super.sync(names);
    }

    @Override
    public void rename(String source, String dest) throws IOException {
      change();
      super.rename(source, dest);
    }

    @Override
    public void syncMetaData() throws IOException {
      change();
      super.syncMetaData();
    }
  }

  @Test
  void leavesTheOldIndexOrTheNewOneWhereverTheDiskGetsFull() throws IOException {
    List<Passage> passages = SmallCollection.whole().documents().stream()
        .flatMap(document -> new Chunker(CHUNKING).chunk(document).stream()).toList();
    try (
        OnnxEmbeddingModel model = new OnnxEmbeddingModel(BundledModel.BGE_SMALL_EN_V15_Q, MODELS,
            2);
        Directory directory = new ByteBuffersDirectory()) {
      IndexBuilder builder = new IndexBuilder(new TextAnalyzer(SmallCollection.AUTHORITY), model);
      builder.build(directory, "old", passages, true, BuildProgress.SILENT);
      int failures = 0;
      for (int changes = 0; !key(directory).equals("new"); changes++) {
        try {
          builder.build(new FullDirectory(directory, changes), "new", passages, true,
              (done, total) -> fail("embedded again"));
        } catch (IOException | RuntimeException e) {
          failures++;
          assertThat(IndexException.of(Path.of("index"), e))
              .hasMessage("There is no space left for the index in index.");
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
          assertThat(reader.numDocs()).isEqualTo(passages.size());
          for (LeafReaderContext leaf : reader.leaves()) {
            leaf.reader().checkIntegrity();
          }
        }
      }
      assertThat(failures).isGreaterThan(3);
    }
  }

  private static String key(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.getIndexCommit().getUserData().get(IndexBuilder.KEY);
    }
  }
}
