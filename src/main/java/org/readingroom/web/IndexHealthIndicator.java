package org.readingroom.web;

import org.readingroom.search.IndexState;
import org.readingroom.search.LiveIndex;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Reports up only while questions can be answered. */
@Component
@ConditionalOnWebApplication
class IndexHealthIndicator implements HealthIndicator {

  private final LiveIndex index;

  IndexHealthIndicator(LiveIndex index) {
    this.index = index;
  }

  @Override
  public Health health() {
    IndexState state = index.state();
    Status status = switch (state) {
      case IndexState.Ready ready -> Status.UP;
      case IndexState.Failed failed -> Status.DOWN;
      case IndexState.Closed closed -> Status.OUT_OF_SERVICE;
      case IndexState.Building building -> Status.OUT_OF_SERVICE;
    };
    return Health.status(status).withDetails(IndexProgress.of(state)).build();
  }
}
