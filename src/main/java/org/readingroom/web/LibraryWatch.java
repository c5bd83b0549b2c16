package org.readingroom.web;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.readingroom.library.Library;
import org.readingroom.room.Rooms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has all collections looked at once the server listens, and then again and again. Where servers share a library, the
 * one that holds its lease does, and each follows what has changed.
 */
@Component
@ConditionalOnWebApplication
class LibraryWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LibraryWatch.class);
  /** How often servers that share a library look what others have done. */
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final Library library;
  private final CollectionUpdates updates;
  private final Uploads uploads;
  private final Rooms rooms;
  private final WatchSettings settings;
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2,
      Thread.ofPlatform().daemon().name("watch-", 1).factory());

  LibraryWatch(Library library, CollectionUpdates updates, Uploads uploads, Rooms rooms,
      WatchSettings settings) {
    this.library = library;
    this.updates = updates;
    this.uploads = uploads;
    this.rooms = rooms;
    this.settings = settings;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (library.isShared()) {
      repeat(this::takeTurns, BEAT);
      repeat(rooms::follow, BEAT);
    }
    if (settings.watch()) {
      repeat(this::look, settings.pause());
    }
  }

  /** Does work again and again; what fails is said once, until it has succeeded again. */
  private void repeat(Runnable work, Duration pause) {
    AtomicBoolean failed = new AtomicBoolean();
    clock.scheduleWithFixedDelay(() -> {
      try {
        work.run();
        failed.set(false);
      } catch (RuntimeException e) {
        if (failed.compareAndSet(false, true)) {
          LOG.warn("The collections are looked at later: {}", e.getMessage());
        }
      }
    }, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Takes the lease where it is free, and then reads what was sent to others. */
  private void takeTurns() {
    boolean before = library.holdsLease();
    if (library.renewLease()) {
      library.waiting().forEach(id -> updates.look(id, List.of()));
      if (!before && settings.watch()) {
        look();
      }
    }
  }

  private void look() {
    if (library.holdsLease()) {
      library.holdings().forEach(holding -> {
        uploads.removeLeavings(holding.id());
        updates.look(holding.id(), List.of());
      });
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
