package org.readingroom.web;

import org.readingroom.library.Library;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Reports up while the collections made from files can be read. Readiness does not follow it: the built-in collection
 * answers without, and all servers that share a database would be taken out at once.
 */
@Component
@ConditionalOnWebApplication
class LibraryHealthIndicator implements HealthIndicator {

  private final Library library;

  LibraryHealthIndicator(Library library) {
    this.library = library;
  }

  @Override
  public Health health() {
    try {
      int collections = library.sequences().size();
      return Health.up().withDetail("collections", collections)
          .withDetail("reads_files", library.holdsLease()).build();
    } catch (RuntimeException e) {
      return Health.down().build();
    }
  }
}
