package org.readingroom.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Runs a model on several items at the same time, on threads that all callers share. */
public final class WorkerPool implements AutoCloseable {

  private final int workers;
  private final ExecutorService pool;

  /**
   * Makes a pool.
   *
   * @param name begins the threads' names
   * @param workers how many items are worked on at the same time, best one per core
   */
  public WorkerPool(String name, int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("there must be a worker, not " + workers);
    }
    this.workers = workers;
    this.pool = Executors.newFixedThreadPool(workers,
        Thread.ofPlatform().daemon().name(name + "-", 1).factory());
  }

  /** Returns how many items are worked on at the same time. */
  public int workers() {
    return workers;
  }

  /** Starts work without waiting for it. */
  public void execute(Runnable work) {
    pool.execute(work);
  }

  /**
   * Returns the results of work on each item, in the items' order. The work must not call this method.
   *
   * @throws ModelException if the work on an item fails or the calling thread is interrupted; the work on the
   *         others is then given up
   */
  public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> work) {
    List<Future<R>> futures = new ArrayList<>(items.size());
    try {
      for (T item : items) {
        Callable<R> task = () -> work.apply(item);
        futures.add(pool.submit(task));
      }
      List<R> results = new ArrayList<>(items.size());
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new ModelException("a text cannot be read", e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException("reading was interrupted", e);
    } finally {
      futures.forEach(future -> future.cancel(false));
    }
  }

  /** Waits for what is being worked on. */
  @Override
  public void close() {
    pool.close();
  }
}
