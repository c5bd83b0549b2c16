package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.readingroom.index.SmallCollection.CHUNKING;
import static org.readingroom.index.SmallCollection.MODELS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.embedding.BundledModel;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.IndexException;
import org.readingroom.index.PassageFilter;
import org.readingroom.index.SmallCollection;
import org.readingroom.passage.Passage;
import org.readingroom.solr.SolrCloud;
import org.springframework.mock.env.MockEnvironment;

/** Searches an index that is kept on search servers. */
class LiveIndexOnServersIT {

  @TempDir
  Path folder;

  @Test
  void isBuiltAgainWhereSomebodyDeletedIt() {
    MockEnvironment settings = new MockEnvironment().withProperty("reading-room.index.engine", "solr")
        .withProperty("reading-room.index.solr.zookeeper", SolrCloud.shared().zookeeper())
        .withProperty("reading-room.index.solr.prefix", "test-live");
    try (IndexEngines engines = IndexEngines.of(settings);
        OnnxEmbeddingModel model = new OnnxEmbeddingModel(BundledModel.BGE_SMALL_EN_V15_Q, MODELS, 2);
        LiveIndex index = new LiveIndex(engines, folder, null, SmallCollection.whole(), CHUNKING, model)) {
      index.open(BuildProgress.SILENT);
      List<Passage> all = all(index);
      engines.delete("small");

      assertThatExceptionOfType(IndexException.class).isThrownBy(() -> all(index));
      await().atMost(Duration.ofSeconds(60)).ignoreExceptionsInstanceOf(IndexException.class)
          .until(() -> index.state() instanceof IndexState.Ready && all(index).equals(all));
      engines.delete("small");
    }
  }

  private static List<Passage> all(LiveIndex index) {
    try (IndexLease lease = index.acquire()) {
      return lease.index().index().all(PassageFilter.NONE);
    }
  }
}
