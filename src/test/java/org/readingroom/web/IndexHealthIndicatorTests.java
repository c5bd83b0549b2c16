package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.readingroom.search.IndexState;
import org.readingroom.search.LiveIndex;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class IndexHealthIndicatorTests {

  @Test
  void isUpOnlyWhenTheIndexIsReady() {
    assertThat(health(new IndexState.Ready(107, 1200))).isEqualTo(
        Health.up().withDetails(Map.of("state", "ready", "documents", 107, "passages", 1200)).build());
  }

  @Test
  void isOutOfServiceWithTheProgressWhileTheIndexIsBeingBuilt() {
    assertThat(health(new IndexState.Building(30, 1200))).isEqualTo(Health.outOfService()
        .withDetails(Map.of("state", "building", "indexed", 30, "passages", 1200)).build());
    assertThat(health(new IndexState.Closed()).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
  }

  @Test
  void isDownWithoutTheReasonWhenBuildingFailed() {
    assertThat(health(new IndexState.Failed("No room."))).isEqualTo(
        Health.down().withDetails(Map.of("state", "failed")).build());
  }

  private static Health health(IndexState state) {
    return new IndexHealthIndicator(new LiveIndex(null, Samples.COLLECTION, null, null) {
      @Override
      public IndexState state() {
        return state;
      }
    }).health();
  }
}
