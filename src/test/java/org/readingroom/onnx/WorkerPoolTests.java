package org.readingroom.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerPoolTests {

  @Test
  void givesTheResultsInTheOrderOfTheItems() {
    List<Integer> items = IntStream.range(0, 100).boxed().toList();
    try (WorkerPool pool = new WorkerPool("worker", 3)) {
      assertThat(pool.map(items, item -> item * item)).isEqualTo(items.stream().map(i -> i * i).toList());
      assertThat(pool.map(List.of(), item -> item)).isEmpty();
      assertThat(pool.workers()).isEqualTo(3);
    }
  }

  @Test
  void worksOnAsManyItemsAtOnceAsItHasWorkers() {
    CyclicBarrier all = new CyclicBarrier(3);
    Set<String> threads = ConcurrentHashMap.newKeySet();
    try (WorkerPool pool = new WorkerPool("worker", 3)) {
      pool.map(List.of(1, 2, 3), item -> {
        threads.add(Thread.currentThread().getName());
        return meets(all);
      });
    }
    assertThat(threads).containsExactlyInAnyOrder("worker-1", "worker-2", "worker-3");
  }

  private static int meets(CyclicBarrier all) {
    try {
      return all.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void severalCallersShareItsWorkers() {
    AtomicInteger working = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (WorkerPool pool = new WorkerPool("worker", 2)) {
      List<Thread> callers = IntStream.range(0, 4).mapToObj(i -> Thread.ofPlatform().start(
          () -> pool.map(Collections.nCopies(25, i), item -> {
            most.accumulateAndGet(working.incrementAndGet(), Math::max);
            Thread.yield();
            return working.decrementAndGet();
          }))).toList();
      for (Thread caller : callers) {
        join(caller);
      }
    }
    assertThat(most.get()).isBetween(1, 2);
    assertThat(working).hasValue(0);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void givesUpTheRestWhereOneFailsAndSaysWhy() {
    CountDownLatch failed = new CountDownLatch(1);
    AtomicInteger worked = new AtomicInteger();
    try (WorkerPool pool = new WorkerPool("worker", 1)) {
      assertThatThrownBy(() -> pool.map(IntStream.range(0, 1_000).boxed().toList(), item -> {
        if (item == 0) {
          throw new IllegalStateException("disk full");
        }
        awaits(failed);
        return worked.incrementAndGet();
      })).isInstanceOf(ModelException.class).hasMessage("a text cannot be read")
          .hasRootCauseMessage("disk full");
      failed.countDown();
      assertThat(pool.map(List.of(1), item -> item)).containsExactly(1);
    }
    assertThat(worked.get()).isBetween(0, 1);
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoeverIsInterruptedWaitsNoLongerAndStaysInterrupted() {
    CountDownLatch never = new CountDownLatch(1);
    try (WorkerPool pool = new WorkerPool("worker", 1)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> pool.map(List.of(1), item -> {
        awaits(never);
        return item;
      })).isInstanceOf(ModelException.class).hasMessage("reading was interrupted");
      assertThat(Thread.interrupted()).isTrue();
      never.countDown();
    }
  }

  @Test
  void waitsAtItsEndForWhatWasBegun() {
    AtomicInteger worked = new AtomicInteger();
    try (WorkerPool pool = new WorkerPool("worker", 1)) {
      for (int i = 0; i < 100; i++) {
        pool.execute(worked::incrementAndGet);
      }
    }
    assertThat(worked).hasValue(100);
  }

  @Test
  void needsAWorker() {
    assertThatIllegalArgumentException().isThrownBy(() -> new WorkerPool("worker", 0))
        .withMessage("there must be a worker, not 0");
  }
}
