package org.readingroom.web;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Does something again and again until it is closed. What is being done is never interrupted: a thread that is
 * interrupted while it writes closes the connection.
 */
final class Beat implements AutoCloseable {

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread;

  /**
   * Begins after a pause.
   *
   * @param action tells whether to go on
   */
  Beat(Duration pause, BooleanSupplier action) {
    this.thread = Thread.ofVirtual().start(() -> run(pause, action));
  }

  private void run(Duration pause, BooleanSupplier action) {
    try {
      while (!ended.await(pause.toNanos(), TimeUnit.NANOSECONDS) && action.getAsBoolean()) {
        // The action is all there is to do.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until what is being done is done. */
  @Override
  public void close() {
    ended.countDown();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
