package org.readingroom.solr;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Has search servers do what every engine does, found by ZooKeeper, on one shard. */
class SolrEngineIT extends SolrEngineContract {

  private static SolrServers servers;

  @BeforeAll
  static void connect() {
    servers = new SolrServers(new SolrSettings(SolrCloud.shared().zookeeper(), List.of(), null, null,
        "test-one", 1, 1, Duration.ofSeconds(30)));
  }

  @AfterAll
  static void disconnect() {
    if (servers != null) {
      servers.close();
    }
  }

  @Override
  SolrServers servers() {
    return servers;
  }
}
