package org.readingroom.search;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One state of the index, which stays open until the lease is closed, whatever becomes of the {@link LiveIndex}
 * meanwhile, and as it is as far as the engine keeps states.
 *
 * <p>
 * Whoever searches several times for one answer does it on one lease. Any number of threads may use it.
 */
public final class IndexLease implements AutoCloseable {

  private final IndexSnapshot index;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Takes over one reference to the index. */
  IndexLease(IndexSnapshot index) {
    this.index = index;
  }

  /**
   * Returns the index.
   *
   * @throws IllegalStateException if the lease is closed
   */
  IndexSnapshot index() {
    if (closed.get()) {
      throw new IllegalStateException("the lease of the index is closed");
    }
    return index;
  }

  /** Gives the state back; whoever is the last to do so closes it. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      index.index().release();
    }
  }
}
