package org.readingroom.web;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.readingroom.library.Library;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has all collections looked at once the server listens, and then again and again. */
@Component
@ConditionalOnWebApplication
class LibraryWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LibraryWatch.class);

  private final Library library;
  private final CollectionUpdates updates;
  private final Uploads uploads;
  private final WatchSettings settings;
  private final ScheduledExecutorService clock = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("watch").factory());

  LibraryWatch(Library library, CollectionUpdates updates, Uploads uploads, WatchSettings settings) {
    this.library = library;
    this.updates = updates;
    this.uploads = uploads;
    this.settings = settings;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (settings.watch()) {
      clock.scheduleWithFixedDelay(this::look, 0, settings.pause().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    try {
      library.holdings().forEach(holding -> {
        uploads.removeLeavings(holding.id());
        updates.look(holding.id(), List.of());
      });
    } catch (RuntimeException e) {
      LOG.warn("The collections are looked at later", e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
