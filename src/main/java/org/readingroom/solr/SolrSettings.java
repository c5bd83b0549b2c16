package org.readingroom.solr;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the search servers.
 *
 * @param zookeeper the addresses of ZooKeeper, separated by commas, with the path below which Solr keeps its own where
 *        it is not the root; null where nodes are named by URL
 * @param url the addresses of nodes of Solr, such as {@code https://solr.example:8983/solr}
 * @param user who the program is to the servers; null for nobody
 * @param prefix begins the names of all collections that the program makes
 * @param shards into how many parts an index is divided
 * @param replicas how many copies there are of each part
 * @param timeout how long a search may take
 */
@ConfigurationProperties("reading-room.index.solr")
public record SolrSettings(@Nullable String zookeeper, @DefaultValue List<String> url, @Nullable String user,
    @Nullable String password, @DefaultValue("reading-room") String prefix, @DefaultValue("1") int shards,
    @DefaultValue("1") int replicas, @DefaultValue("10s") Duration timeout) {

  public SolrSettings {
    url = List.copyOf(url);
    boolean byZookeeper = zookeeper != null && !zookeeper.isBlank();
    if (byZookeeper != url.isEmpty()) {
      throw new IllegalArgumentException(
          "either reading-room.index.solr.zookeeper or reading-room.index.solr.url must be set");
    }
    if (shards < 1 || replicas < 1) {
      throw new IllegalArgumentException("shards and replicas must be at least 1");
    }
  }

  /** Returns the servers' addresses, for messages. */
  String address() {
    return zookeeper != null && !zookeeper.isBlank() ? "ZooKeeper " + zookeeper : String.join(", ", url);
  }
}
