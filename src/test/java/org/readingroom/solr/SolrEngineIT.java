package org.readingroom.solr;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.readingroom.index.EngineContract;
import org.readingroom.index.HashedVectors;
import org.readingroom.index.IndexEngine;

/** Has the search servers do what every engine does, on one shard and on two. */
class SolrEngineIT {

  private static final AtomicInteger COLLECTIONS = new AtomicInteger();

  @Nested
  class OnOneShardByZooKeeper extends OnServers {

    private static SolrServers servers;

    @BeforeAll
    static void connect() {
      servers = new SolrServers(new SolrSettings(SolrCloud.shared().zookeeper(), List.of(), null, null,
          "test-one", 1, 1, Duration.ofSeconds(10)));
    }

    @AfterAll
    static void disconnect() {
      servers.close();
    }

    @Override
    SolrServers servers() {
      return servers;
    }
  }

  @Nested
  class OnTwoShardsByUrl extends OnServers {

    private static SolrServers servers;

    @BeforeAll
    static void connect() {
      servers = new SolrServers(
          new SolrSettings(null, SolrCloud.shared().urls(), null, null, "test-two", 2, 1,
              Duration.ofSeconds(10)));
    }

    @AfterAll
    static void disconnect() {
      servers.close();
    }

    @Override
    SolrServers servers() {
      return servers;
    }
  }

  abstract static class OnServers extends EngineContract {

    private String collection = "";

    abstract SolrServers servers();

    @Override
    protected IndexEngine fresh() {
      collection = "small" + COLLECTIONS.incrementAndGet();
      return again();
    }

    @Override
    protected IndexEngine again() {
      return new SolrEngine(servers(), collection, HashedVectors.DIMENSION, ANALYZER);
    }

    @AfterEach
    void delete() {
      SolrEngine.delete(servers(), collection);
    }
  }
}
