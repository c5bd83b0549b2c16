package org.readingroom.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.library.FileRecord;
import org.readingroom.library.Library;
import org.readingroom.library.LibraryException;
import org.readingroom.library.UnknownCollectionException;
import org.readingroom.library.UpdateListener;
import org.readingroom.library.UpdateReport;
import org.readingroom.reply.CollectionReply.ProgressReply;
import org.readingroom.reply.FileProgress;
import org.readingroom.room.Rooms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;

/**
 * Reads the files of collections in the background, and then has their indexes brought up to date. Of several servers
 * that share a library one does: what is sent to another waits there for it.
 */
@Component
@ConditionalOnWebApplication
class CollectionUpdates implements AutoCloseable, FileProgress {

  private static final Logger LOG = LoggerFactory.getLogger(CollectionUpdates.class);

  /** How many collections are read at once. */
  private static final int WORKERS = 2;
  /** How long to wait before trying again what another process keeps from being done. */
  private static final long AGAIN_SECONDS = 5;
  /** How long to wait after what nobody has foreseen. */
  private static final long LATER_SECONDS = 60;
  /** How long a change waits for the file that is being read. */
  private static final long PATIENCE_MILLIS = 10_000;
  /** How long the end of the program waits for it. */
  private static final long ENDING_SECONDS = 5;

  private final Library library;
  private final Rooms rooms;
  private final FileProgress waiting;
  private final Map<String, CollectionWork> works = new ConcurrentHashMap<>();
  private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(WORKERS,
      Thread.ofPlatform().daemon().name("update-", 1).factory());

  CollectionUpdates(Library library, Rooms rooms) {
    this.library = library;
    this.rooms = rooms;
    this.waiting = FileProgress.waiting(library);
  }

  /**
   * Has the files of a collection looked at.
   *
   * @param added the paths of files that were just added
   */
  void look(String id, Collection<String> added) {
    if (!library.holdsLease()) {
      return;
    }
    CollectionWork work = works.computeIfAbsent(id, first -> new CollectionWork());
    if (work.want(added)) {
      begin(id, work, 0);
    }
  }

  /** Returns the paths of files that are still to be looked at. */
  List<String> queued(String id) {
    CollectionWork work = works.get(id);
    return Stream.concat(work == null ? Stream.empty() : work.queued().stream(), library.waiting(id).stream())
        .distinct().toList();
  }

  @Override
  public @Nullable ProgressReply progress(String id) {
    CollectionWork work = works.get(id);
    if (work != null && work.isReading()) {
      return new ProgressReply(work.done(), work.total());
    }
    return waiting.progress(id);
  }

  /**
   * Changes a collection while its files are not being read: what is being read is stopped and goes on afterwards.
   *
   * @throws org.readingroom.library.LibraryException if it cannot be changed at present
   */
  <T> T change(String id, Supplier<T> change) {
    CollectionWork work = works.computeIfAbsent(id, first -> new CollectionWork());
    try {
      work.stop(PATIENCE_MILLIS);
      return change.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The program is ending.", e);
    } finally {
      if (work.resume()) {
        begin(id, work, 0);
      }
    }
  }

  /** Forgets a collection that is removed. */
  void forget(String id) {
    works.remove(id);
  }

  private void begin(String id, CollectionWork work, long seconds) {
    try {
      workers.schedule(() -> run(id, work), seconds, TimeUnit.SECONDS);
    } catch (RejectedExecutionException ending) {
      LOG.debug("The files of {} are left for the next start", id, ending);
    }
  }

  private void run(String id, CollectionWork work) {
    try {
      while (work.next()) {
        if (!library.holdsLease()) {
          works.remove(id, work);
          return;
        }
        List<String> queued = work.queued();
        long before = library.sequence(id);
        UpdateReport report = library.update(id, new Yielding(id, work));
        report.remarks().forEach(remark -> LOG.warn("The collection {}: {}", id, remark));
        if (report.cancelled()) {
          work.leave();
          if (!work.isCancelled()) {
            look(id, List.of());
          }
          return;
        }
        // Its room follows in the background; one that nobody has opened need not, where nothing has changed.
        if (rooms.isOpen(id) || library.sequence(id) != before) {
          rooms.served(id);
        }
        work.looked(queued);
      }
    } catch (UnknownCollectionException removed) {
      works.remove(id, work);
    } catch (LibraryException | NestedRuntimeException busy) {
      LOG.warn("The files of the collection {} are looked at later: {}", id, busy.getMessage());
      later(id, work, AGAIN_SECONDS);
    } catch (RuntimeException | Error e) {
      LOG.error("The files of the collection {} could not be looked at", id, e);
      later(id, work, LATER_SECONDS);
    }
  }

  /** Ends a look at files where another program wants to change the collection, or is to look at them. */
  private final class Yielding implements UpdateListener {

    private final String id;
    private final CollectionWork work;

    Yielding(String id, CollectionWork work) {
      this.id = id;
      this.work = work;
    }

    @Override
    public void looked(FileRecord file, int done, int total) {
      work.looked(file, done, total);
    }

    @Override
    public boolean isCancelled() {
      return work.isCancelled() || !library.holdsLease() || library.isAwaited(id);
    }
  }

  private void later(String id, CollectionWork work, long seconds) {
    if (!work.postpone()) {
      return;
    }
    try {
      workers.schedule(() -> {
        if (work.again()) {
          run(id, work);
        }
      }, seconds, TimeUnit.SECONDS);
    } catch (RejectedExecutionException ending) {
      LOG.debug("The files of {} are left for the next start", id, ending);
    }
  }

  /**
   * Ends the work after the files that are being read, or else leaves them for the next start. It is not interrupted:
   * that would look like a fault of the file.
   */
  @Override
  public void close() {
    works.values().forEach(CollectionWork::cancel);
    workers.shutdown();
    try {
      if (!workers.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS)) {
        LOG.info("A file was being read; it is read anew after the next start.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
