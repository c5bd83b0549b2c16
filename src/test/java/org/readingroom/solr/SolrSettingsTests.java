package org.readingroom.solr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SolrSettingsTests {

  private static SolrSettings bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("reading-room.index.solr",
        SolrSettings.class);
  }

  @Test
  void takesZooKeeperOrUrls() {
    assertThat(bound(Map.of("reading-room.index.solr.zookeeper", "zk1:2181,zk2:2181/solr",
        "reading-room.index.solr.url", "", "reading-room.index.solr.user", ""))).isEqualTo(
            new SolrSettings("zk1:2181,zk2:2181/solr", List.of(), "", null, "reading-room", 1, 1,
                Duration.ofSeconds(10)));
    assertThat(bound(Map.of("reading-room.index.solr.url", "http://a:8983/solr,http://b:8983/solr")).url())
        .hasSize(2);
  }

  @Test
  void refusesWhatCannotBeMeant() {
    for (Map<String, String> wrong : List.of(Map.<String, String>of(),
        Map.of("reading-room.index.solr.zookeeper", "zk:2181", "reading-room.index.solr.url",
            "http://a:8983/solr"),
        Map.of("reading-room.index.solr.zookeeper", "zk:2181", "reading-room.index.solr.shards", "0"))) {
      assertThatThrownBy(() -> bound(wrong)).hasRootCauseInstanceOf(IllegalArgumentException.class);
    }
  }
}
