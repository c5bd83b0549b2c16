package org.readingroom.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FirstUseTests {

  private final AtomicInteger loads = new AtomicInteger();
  private final List<String> freed = new ArrayList<>();

  @Test
  void severalThreadsShareWhatIsLoadedOnce() throws Exception {
    CountDownLatch all = new CountDownLatch(4);
    FirstUse<String> held = new FirstUse<>("it", () -> "load " + loads.incrementAndGet(), freed::add);
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Future<String>> got = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        got.add(pool.submit(() -> {
          all.countDown();
          all.await();
          return held.get();
        }));
      }
      for (Future<String> each : got) {
        assertThat(each.get()).isEqualTo("load 1");
      }
    }
    held.close();
    assertThat(freed).containsExactly("load 1");
  }

  @Test
  void whatCannotBeLoadedIsTriedAgain() {
    FirstUse<String> held = new FirstUse<>("it", () -> {
      if (loads.incrementAndGet() == 1) {
        throw new ModelException("not now");
      }
      return "there";
    }, freed::add);

    assertThatThrownBy(held::get).hasMessage("not now");
    assertThat(held.get()).isEqualTo("there");
  }

  @Test
  void nothingIsLoadedOnceItIsClosed() {
    FirstUse<String> held = new FirstUse<>("it", () -> "load " + loads.incrementAndGet(), freed::add);
    held.close();
    held.close();

    assertThatThrownBy(held::get).isInstanceOf(ModelException.class).hasMessage("it is closed");
    assertThat(loads).hasValue(0);
    assertThat(freed).isEmpty();
  }
}
