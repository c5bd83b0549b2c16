package org.readingroom.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.search.BuildProgress;
import org.readingroom.search.IndexNotReadyException;
import org.readingroom.search.IndexState;
import org.readingroom.search.LiveIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the index when it is first needed and shows how a build gets on. Meanwhile another thread loads the
 * embedding model, which the first question would wait for.
 */
class IndexOpening {

  private static final Logger log = LoggerFactory.getLogger(IndexOpening.class);

  private final Supplier<OnnxEmbeddingModel> model;
  private final Supplier<LiveIndex> index;
  private final Screen screen;
  private boolean opened;

  IndexOpening(Supplier<OnnxEmbeddingModel> model, Supplier<LiveIndex> index, Screen screen) {
    this.model = model;
    this.index = index;
    this.screen = screen;
  }

  /**
   * Returns when the index can be searched.
   *
   * @throws org.readingroom.search.IndexException if it cannot be opened or built
   */
  IndexState.Ready ready() {
    if (!opened) {
      opened = true;
      warmUp(model.get());
    }
    return index.get().state() instanceof IndexState.Ready ready ? ready : watch(index.get()::open);
  }

  private static void warmUp(OnnxEmbeddingModel model) {
    Thread.ofPlatform().daemon().name("warm-up").start(() -> {
      try {
        model.onWorkers(List.of("warm up"), model::embedQuery);
      } catch (RuntimeException e) {
        log.debug("The model cannot be loaded, as its first use is going to say.", e);
      }
    });
  }

  /** Builds the index anew. */
  IndexState.Ready rebuilt() {
    return watch(index.get()::rebuild);
  }

  private IndexState.Ready watch(Consumer<BuildProgress> build) {
    ProgressMeter meter = new ProgressMeter(screen, System::nanoTime);
    Thread interrupted = new Thread(meter::stopped, "index-interrupted");
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      build.accept(meter);
      meter.finished();
    } finally {
      meter.close();
      unhook(interrupted);
    }
    IndexState state = index.get().state();
    if (state instanceof IndexState.Ready ready) {
      return ready;
    }
    throw new IndexNotReadyException(state);
  }

  private static void unhook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is being stopped, and the hook says so.
    }
  }
}
