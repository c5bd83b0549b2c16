package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.readingroom.index.SmallCollection.CHUNKING;
import static org.readingroom.index.SmallCollection.MODELS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Kind;
import org.readingroom.embedding.BundledModel;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.Embedded;
import org.readingroom.index.SmallCollection;
import org.readingroom.lucene.IndexFiles;
import org.readingroom.search.IndexingProcess.Work;

/** Uses one index from several processes, of which some are killed. */
class SharedIndexIT {

  private static final OnnxEmbeddingModel MODEL = new OnnxEmbeddingModel(
      BundledModel.BGE_SMALL_EN_V15_Q,
      MODELS, 2);

  @TempDir
  Path folder;

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @Test
  void waitsForTheProcessThatBuildsAndUsesWhatItBuilt() throws IOException {
    try (IndexingProcess other = IndexingProcess.start(Work.OPEN, folder);
        LiveIndex index = index(SmallCollection.slow())) {
      other.awaits("embedding");
      Embedded embedded = new Embedded();
      index.open(embedded);
      assertThat(embedded.waits).isEqualTo(1);
      assertThat(embedded.passages).isZero();
      assertThat(index.state()).isInstanceOf(IndexState.Ready.class);
    }
  }

  @Test
  void buildsAnewWhereTheProcessThatBuiltWasKilled() throws IOException {
    try (IndexingProcess other = IndexingProcess.start(Work.OPEN, folder)) {
      other.awaits("embedded");
    }
    Embedded embedded = new Embedded();
    try (LiveIndex index = index(SmallCollection.whole())) {
      index.open(embedded);
      assertThat(embedded.waits).isZero();
      try (IndexLease lease = index.acquire()) {
        assertThat(lease.index().index().size()).isEqualTo(embedded.passages);
      }
    }
  }

  @Test
  void keepsTheOldIndexWhereTheProcessThatRebuildsIsKilled() throws IOException {
    open(SmallCollection.whole());
    try (IndexingProcess other = IndexingProcess.start(Work.REBUILD, folder)) {
      other.awaits("embedding");
      Files.writeString(folder.resolve("_z.fdt"), "half");
    }
    assertThat(open(SmallCollection.whole()).passages).isZero();
    assertThat(IndexFiles.in(folder)).isEqualTo(IndexFiles.held(folder));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 40, 90})
  void hasAWholeIndexWheneverTheProcessThatWritesIsKilled(int millis) throws Exception {
    try (IndexingProcess other = IndexingProcess.start(Work.FLIP, folder)) {
      other.awaits("built");
      Thread.sleep(millis);
      assertThat(other.isAlive()).isTrue();
    }
    for (Kind kind : List.of(Kind.NOTE, Kind.REPORT, Kind.NOTE)) {
      assertThat(open(flipped(kind)).passages).isZero();
      assertThat(IndexFiles.in(folder)).isEqualTo(IndexFiles.held(folder));
    }
  }

  @Test
  void isReadWhileAnotherProcessReplacesIt() throws IOException {
    Collection collection = SmallCollection.whole();
    try (LiveIndex index = index(collection)) {
      index.open(BuildProgress.SILENT);
      PassageSearch search = new PassageSearch(index, Rankings.configured(), new WordReader(index));
      try (IndexingProcess other = IndexingProcess.start(Work.FLIP, folder)) {
        for (int i = 0; i < 5; i++) {
          other.awaits("built");
          assertThat(search.search("How much lead is wanted?", Filters.NONE, 1)).singleElement()
              .satisfies(found -> assertThat(found.passage().document()).isEqualTo(SmallCollection.LEAD));
        }
        assertThat(other.isAlive()).isTrue();
      }
    }
  }

  private static Collection flipped(Kind kind) {
    return SmallCollection.of(SmallCollection.as(SmallCollection.LEAD, kind), SmallCollection.TALKS);
  }

  private LiveIndex index(Collection collection) {
    return new LiveIndex(folder, collection, CHUNKING, MODEL);
  }

  private Embedded open(Collection collection) throws IOException {
    Embedded embedded = new Embedded();
    try (LiveIndex index = index(collection)) {
      index.open(embedded);
    }
    return embedded;
  }
}
