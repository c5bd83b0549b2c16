package org.readingroom.mcp;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.readingroom.answer.AnswerCancelledException;
import org.readingroom.index.BuildProgress;
import org.readingroom.search.LiveIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the index beside the greeting. Who searches waits for it, but not while it is being built, which takes minutes:
 * the search then says how far that is.
 */
final class IndexAhead {

  private static final Logger LOG = LoggerFactory.getLogger(IndexAhead.class);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Supplier<LiveIndex> index;
  private final Runnable answers;
  private volatile boolean stopped;
  private volatile boolean waiting;
  private final Thread thread = Thread.ofPlatform().daemon().name("index-ahead").unstarted(this::open);
  private final CountDownLatch settled = new CountDownLatch(1);

  /**
   * Makes one.
   *
   * @param answers puts together what answers questions
   */
  IndexAhead(Supplier<LiveIndex> index, Runnable answers) {
    this.index = index;
    this.answers = answers;
  }

  /** Begins. */
  void start() {
    thread.start();
  }

  private void open() {
    try {
      index.get().open(new Watch());
      answers.run();
    } catch (RuntimeException | Error e) {
      if (!stopped) {
        LOG.error("The index could not be opened.", e);
      }
    } finally {
      settled.countDown();
    }
  }

  /** Waits until the index is open, or is known to need building. */
  void await() {
    try {
      settled.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Gives a build up, with which another start goes on, and waits for native code that is still loading, under which a
   * process must not end. For another process that builds nobody waits.
   */
  void stop() throws InterruptedException {
    stopped = true;
    if (!waiting) {
      thread.join(PATIENCE);
    }
  }

  private final class Watch implements BuildProgress {

    @Override
    public void embedded(int done, int total) {
      settled.countDown();
      if (stopped) {
        throw new AnswerCancelledException();
      }
    }

    @Override
    public void waitsForOther() {
      waiting = true;
      settled.countDown();
    }
  }
}
