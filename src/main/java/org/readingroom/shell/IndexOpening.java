package org.readingroom.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  private final Supplier<List<LiveIndex>> indexes;
  private final Path folder;
  private final Dialogue dialogue;
  private final Screen screen;

  /**
   * Makes the opening.
   *
   * @param folder where the index is or will be
   * @param dialogue tells when what needs the index is given up, and a build of it with that
   */
  IndexOpening(Supplier<List<LiveIndex>> indexes, Path folder, Dialogue dialogue, Screen screen) {
    this.indexes = indexes;
    this.folder = folder;
    this.dialogue = dialogue;
    this.screen = screen;
  }

  /** Tells whether there was never an index; what there is may still be out of date. */
  boolean isFirst() {
    return !Files.isDirectory(folder);
  }

  /**
   * Returns when the index can be searched; of several, when one of them can and the others have been tried.
   *
   * @throws IndexException if it cannot be opened or built
   */
  IndexState.Ready ready() {
    IndexState.Ready ready = null;
    RuntimeException failed = null;
    for (LiveIndex index : indexes.get()) {
      try {
        IndexState.Ready opened = index.state() instanceof IndexState.Ready known
            ? known
            : watch(index, index::open);
        ready = ready == null ? opened : ready;
      } catch (IndexException e) {
        failed = e;
      }
    }
    if (ready == null) {
      throw failed == null ? new IndexNotReadyException(new IndexState.Closed()) : failed;
    }
    return ready;
  }

  /**
   * Opens the index if it is up to date. The prompt comes first and this beside it, for on two cores the one would
   * make the other late; what fails here fails again, and is told, where the index is used.
   */
  void openAhead() {
    try {
      indexes.get().forEach(LiveIndex::openIfCurrent);
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
    return indexes.get().getFirst().setUp();
  }

  /** Returns where the index is, for messages. */
  String place() {
    return indexes.get().getFirst().place();
  }

  /** Builds the index anew. */
  IndexState.Ready rebuilt() {
    LiveIndex index = indexes.get().getFirst();
    return watch(index, index::rebuild);
  }

  private IndexState.Ready watch(LiveIndex index, Consumer<BuildProgress> build) {
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
    IndexState state = index.state();
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
