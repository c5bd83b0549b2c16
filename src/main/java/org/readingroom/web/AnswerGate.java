package org.readingroom.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponseException;

/** Lets only so many answers be made at once, first come, first served; the others wait a while. */
final class AnswerGate {

  /** How many wait for each place at most: one that waits keeps a thread from others. */
  private static final int WAITING = 20;

  private final int waiting;
  private final Semaphore places;
  private final long waitMillis;

  AnswerGate(WebSettings settings) {
    this.waiting = WAITING * settings.running();
    this.places = new Semaphore(settings.running(), true);
    this.waitMillis = settings.patience().toMillis();
  }

  /** Does the work when its turn has come, or ends the request with 503 where that takes too long. */
  <T> T pass(Supplier<T> work) {
    boolean entered;
    try {
      entered = places.getQueueLength() < waiting && places.tryAcquire(waitMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      entered = false;
    }
    if (!entered) {
      ErrorResponseException refusal = Problem.TOO_BUSY
          .exception("Too much is being asked at once; ask again in a moment.");
      refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
      throw refusal;
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
