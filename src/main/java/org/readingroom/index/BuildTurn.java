package org.readingroom.index;

import java.io.IOException;
import java.util.Optional;

/** Waits for the turn to build an index. */
public final class BuildTurn {

  private static final long PAUSE_MILLIS = 300;

  private BuildTurn() {}

  /**
   * Takes what gives the right to build.
   *
   * @param <L> what gives it, such as a lock
   */
  @FunctionalInterface
  public interface Attempt<L> {

    /** Takes it, or returns nothing where somebody else has it. */
    Optional<L> take() throws IOException;
  }

  /** Returns what gives the right, as soon as nobody else has it. */
  public static <L> L await(Attempt<L> attempt, BuildProgress progress) throws IOException {
    Optional<L> taken = attempt.take();
    while (taken.isEmpty()) {
      progress.waitsForOther();
      pause();
      taken = attempt.take();
    }
    return taken.get();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IndexException("Waiting for another process to build the index was interrupted.", e);
    }
  }
}
