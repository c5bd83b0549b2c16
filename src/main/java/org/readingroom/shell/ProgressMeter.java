package org.readingroom.shell;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.readingroom.index.BuildProgress;

/**
 * Shows how the building of the index gets on: a bar where someone looks, else a line every few seconds.
 *
 * <p>
 * It stays silent until the first passage is reported, for opening an index that is there needs no words.
 */
final class ProgressMeter implements BuildProgress {

  private static final long BAR_EVERY = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long LINE_EVERY = TimeUnit.SECONDS.toNanos(5);
  private static final int MOST_BAR = 30;
  private static final int LEAST_BAR = 5;

  private final Screen screen;
  private final LongSupplier clock;
  private long started;
  private long shown;
  private int before;
  private int total;
  private boolean open;

  /**
   * Makes a meter.
   *
   * @param clock tells the time in nanoseconds from any origin
   */
  ProgressMeter(Screen screen, LongSupplier clock) {
    this.screen = screen;
    this.clock = clock;
  }

  @Override
  public synchronized void waitsForOther() {
    screen.remark("Another process is building the index; waiting for it.");
  }

  @Override
  public synchronized void embedded(int done, int all) {
    long now = clock.getAsLong();
    total = all;
    if (!open) {
      open = true;
      started = now;
      before = done;
      shown = now;
      if (!screen.watched()) {
        screen.remark("Building the index: " + all + " passages.");
      }
      return;
    }
    if (now - shown < (screen.watched() ? BAR_EVERY : LINE_EVERY)) {
      return;
    }
    shown = now;
    String line = line(done, now - started);
    if (screen.watched()) {
      screen.progress(line);
    } else {
      screen.remark(line);
    }
  }

  private String line(int done, long nanos) {
    double rate = (done - before) * 1e9 / Math.max(1, nanos);
    String facts = String.format(Locale.ROOT, "%d of %d passages, %.0f/s", done, total, rate);
    String left = rate > 0 ? ", " + duration(Math.round((total - done) / rate)) + " left" : "";
    if (!screen.watched()) {
      return "Building the index: " + facts + left;
    }
    String frame = "Indexing [] ";
    int bar = Math.clamp(screen.remarkWidth() - 1 - (frame + facts + left).length(), LEAST_BAR, MOST_BAR);
    int full = (int) ((long) bar * done / Math.max(1, total));
    return "Indexing [" + "#".repeat(full) + ".".repeat(bar - full) + "] " + facts + left;
  }

  /** Writes seconds as {@code 45 s} or {@code 2:05 min}. */
  static String duration(long seconds) {
    return seconds < 60
        ? seconds + " s"
        : String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60);
  }

  /** Says that the index is built, if it was. */
  synchronized void finished() {
    if (open) {
      screen.progress("");
      screen.remark("Built the index of " + total + " passages in "
          + duration(Math.round((clock.getAsLong() - started) / 1e9)) + ".");
    }
    open = false;
  }

  /** Says that the building was stopped before its end. */
  synchronized void stopped() {
    if (open) {
      screen.progress("");
      screen.remark("Stopped while building the index; the next start builds it again.");
    }
    open = false;
  }

  /** Leaves a clean line, however the building ended. */
  synchronized void close() {
    if (open) {
      screen.progress("");
    }
    open = false;
  }
}
