package org.readingroom.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.readingroom.answer.AnswerCancelledException;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.IndexException;
import org.readingroom.search.IndexNotReadyException;
import org.readingroom.search.IndexState;
import org.readingroom.search.LiveIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the index when it is first needed and shows how a build gets on. */
class IndexOpening {

  private static final Logger log = LoggerFactory.getLogger(IndexOpening.class);

  private final Supplier<LiveIndex> index;
  private final Path folder;
  private final Dialogue dialogue;
  private final Screen screen;

  /**
   * Makes the opening.
   *
   * @param folder where the index is or will be
   * @param dialogue tells when what needs the index is given up, and a build of it with that
   */
  IndexOpening(Supplier<LiveIndex> index, Path folder, Dialogue dialogue, Screen screen) {
    this.index = index;
    this.folder = folder;
    this.dialogue = dialogue;
    this.screen = screen;
  }

  /** Tells whether there was never an index; what there is may still be out of date. */
  boolean isFirst() {
    return !Files.isDirectory(folder);
  }

  /**
   * Returns when the index can be searched.
   *
   * @throws IndexException if it cannot be opened or built
   */
  IndexState.Ready ready() {
    return index.get().state() instanceof IndexState.Ready ready ? ready : watch(index.get()::open);
  }

  /**
   * Opens the index if it is up to date. The prompt comes first and this beside it, for on two cores the one would
   * make the other late; what fails here fails again, and is told, where the index is used.
   */
  void openAhead() {
    try {
      index.get().openIfCurrent();
    } catch (RuntimeException e) {
      log.debug("The index is left to be opened when it is used", e);
    }
  }

  /**
   * Makes what the engine needs, and returns what there is now.
   *
   * @throws IndexException if it cannot be made or is not as it should be
   */
  String setUp() {
    return index.get().setUp();
  }

  /** Returns where the index is, for messages. */
  String place() {
    return index.get().place();
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
      build.accept(new Watch(meter));
      meter.finished();
    } catch (IndexException e) {
      throw Failure.find(e, AnswerCancelledException.class).<RuntimeException>map(stopped -> stopped)
          .orElse(e);
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

  /** Passes on how a build gets on, and ends it where it is no longer wanted. */
  private final class Watch implements BuildProgress {

    private final ProgressMeter meter;

    Watch(ProgressMeter meter) {
      this.meter = meter;
    }

    @Override
    public void embedded(int done, int total) {
      if (dialogue.isStopped()) {
        throw new AnswerCancelledException();
      }
      meter.embedded(done, total);
    }

    @Override
    public void waitsForOther() {
      meter.waitsForOther();
    }
  }
}
