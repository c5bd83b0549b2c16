package org.readingroom.web;

import org.readingroom.index.BuildProgress;
import org.readingroom.index.IndexException;
import org.readingroom.search.Filters;
import org.readingroom.search.IndexState;
import org.readingroom.search.LiveIndex;
import org.readingroom.search.PassageSearch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens the index once the server listens, so that health can be asked while it is being built, and logs how
 * that gets on. A failure shows in the state of the index.
 */
@Component
@ConditionalOnWebApplication
class IndexOpener {

  private static final Logger LOG = LoggerFactory.getLogger(IndexOpener.class);

  private final LiveIndex index;
  private final PassageSearch search;

  IndexOpener(LiveIndex index, PassageSearch search) {
    this.index = index;
    this.search = search;
  }

  @EventListener(ApplicationReadyEvent.class)
  void openInBackground() {
    Thread.ofPlatform().daemon().name("index").start(this::open);
  }

  private void open() {
    try {
      index.openPersistently(new LoggedProgress(), failure -> LOG.error("{}", failure.getMessage()));
      // Loads the model and the code, which the first question would wait for.
      search.retrieve("Who wrote to whom in January, and why?", Filters.NONE);
      if (index.state() instanceof IndexState.Ready ready) {
        LOG.info("The index is ready: {} documents in {} passages.", ready.documents(), ready.passages());
      }
    } catch (IndexException e) {
      LOG.error("{}", e.getMessage());
    } catch (RuntimeException | Error e) {
      LOG.error("The index could not be opened.", e);
    }
  }

  /** Logs every tenth of the way. */
  private static final class LoggedProgress implements BuildProgress {

    private int tenths = -1;

    @Override
    public void embedded(int done, int total) {
      int now = (int) (10L * done / Math.max(1, total));
      if (now > tenths) {
        tenths = now;
        LOG.info("Building the index: {} of {} passages.", done, total);
      }
    }

    @Override
    public void waitsForOther() {
      LOG.info("Another process is building the index; waiting for it.");
    }
  }
}
