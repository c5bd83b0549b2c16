package org.readingroom.solr;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Has search servers do what every engine does, found by URL, on two shards. */
class ShardedSolrEngineIT extends SolrEngineContract {

  private static SolrServers servers;

  @BeforeAll
  static void connect() {
    servers = new SolrServers(new SolrSettings(null, SolrCloud.shared().urls(), null, null, "test-two", 2, 1,
        Duration.ofSeconds(30)));
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
