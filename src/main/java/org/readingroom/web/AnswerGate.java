package org.readingroom.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponseException;

/**
 * A limit on how many answers are made at once, first come, first served; the others wait a while.
 *
 * <p>
 * Answers are made on threads of their own. Requests have virtual threads, of which any number may wait for a slow
 * client; but one that computes, or is inside the native code of a model, keeps a processor from all the others.
 */
final class AnswerGate implements AutoCloseable {

  /** How many wait for each place at most; more would wait in vain. */
  private static final int WAITING = 20;

  private final int waiting;
  private final Semaphore places;
  private final long waitMillis;
  private final ExecutorService workers;

  AnswerGate(WebSettings settings) {
    this.waiting = WAITING * settings.running();
    this.places = new Semaphore(settings.running(), true);
    this.waitMillis = settings.patience().toMillis();
    this.workers = Executors.newFixedThreadPool(settings.running(),
        Thread.ofPlatform().daemon().name("answer-", 1).factory());
  }

  /**
   * Does the work when its turn has come, or ends the request with 503 where that takes too long. Returns only when
   * the work is done, because it may use the request.
   */
  <T> T pass(Supplier<T> work) {
    if (!enter()) {
      ErrorResponseException refusal = Problem.TOO_BUSY
          .exception("Too much is being asked at once; ask again in a moment.");
      refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
      throw refusal;
    }
    try {
      return CompletableFuture.supplyAsync(() -> {
        try {
          return work.get();
        } finally {
          places.release();
        }
      }, workers).join();
    } catch (CompletionException e) {
      throw switch (e.getCause()) {
        case RuntimeException fault -> fault;
        case Error fault -> throw fault;
        case null, default -> e;
      };
    }
  }

  private boolean enter() {
    try {
      return places.getQueueLength() < waiting && places.tryAcquire(waitMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Gives up what still runs; a graceful shutdown has waited for it before. */
  @Override
  public void close() {
    workers.shutdownNow();
  }
}
