package org.readingroom.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.readingroom.search.BuildProgress;
import org.readingroom.search.IndexNotReadyException;
import org.readingroom.search.IndexState;
import org.readingroom.search.LiveIndex;

/** Opens the index when it is first needed and shows how a build gets on. */
class IndexOpening {

  private final Supplier<LiveIndex> index;
  private final Path folder;
  private final Screen screen;

  /**
   * Makes the opening.
   *
   * @param folder where the index is or will be
   */
  IndexOpening(Supplier<LiveIndex> index, Path folder, Screen screen) {
    this.index = index;
    this.folder = folder;
    this.screen = screen;
  }

  /** Tells whether there was never an index; what there is may still be out of date. */
  boolean isFirst() {
    return !Files.isDirectory(folder);
  }

  /**
   * Returns when the index can be searched.
   *
   * @throws org.readingroom.search.IndexException if it cannot be opened or built
   */
  IndexState.Ready ready() {
    return index.get().state() instanceof IndexState.Ready ready ? ready : watch(index.get()::open);
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
