package org.readingroom.web;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.readingroom.library.FileRecord;
import org.readingroom.library.UpdateListener;

/** Tracks what has to be done for one collection and how far it has got. Only one thing is done at a time for it. */
final class CollectionWork implements UpdateListener {

  private final Set<String> queued = new LinkedHashSet<>();
  private boolean wanted;
  private boolean running;
  private boolean postponed;
  private int stops;
  private boolean reads;
  private int done;
  private int total;

  /**
   * Wants another look at the collection's files.
   *
   * @param paths the paths of files that were just added
   * @return whether somebody has to begin
   */
  synchronized boolean want(Collection<String> paths) {
    queued.addAll(paths);
    wanted = true;
    return begin();
  }

  private boolean begin() {
    boolean begins = wanted && !running && stops == 0;
    running |= begins;
    if (begins) {
      done = 0;
      total = queued.size();
    }
    return begins;
  }

  /** Takes what is wanted, or ends the work where there is nothing, or where it is to stop. */
  synchronized boolean next() {
    boolean goesOn = wanted && stops == 0;
    wanted &= !goesOn;
    running = goesOn;
    reads = false;
    notifyAll();
    return goesOn;
  }

  /** Leaves the work to be begun another time. */
  synchronized void leave() {
    wanted = true;
    running = false;
    notifyAll();
  }

  /** Leaves the work to be begun after a while, and tells whether that is still to be arranged. */
  synchronized boolean postpone() {
    boolean first = !postponed;
    postponed = true;
    leave();
    return first;
  }

  /** Begins again what was postponed. */
  synchronized boolean again() {
    postponed = false;
    return begin();
  }

  /** Has the work stop after the file that is being read, and waits for that. */
  synchronized void stop(long patienceMillis) throws InterruptedException {
    stops++;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    for (long left = patienceMillis; running && left > 0;) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }

  /** Has the work stop for good, and does not wait. */
  synchronized void cancel() {
    stops++;
  }

  /** Lets the work go on, and tells whether somebody has to begin. */
  synchronized boolean resume() {
    stops--;
    return begin();
  }

  /** Takes what was queued when a look at the files began: it has been looked at. */
  synchronized void looked(List<String> paths) {
    paths.forEach(queued::remove);
  }

  @Override
  public synchronized void looked(FileRecord file, int nowDone, int nowTotal) {
    queued.remove(file.path());
    reads |= file.status().equals(FileRecord.INDEXED);
    done = nowDone;
    total = nowTotal;
  }

  @Override
  public synchronized boolean isCancelled() {
    return stops > 0;
  }

  /** Returns the paths of files that have not been looked at. */
  synchronized List<String> queued() {
    return List.copyOf(queued);
  }

  /** Tells whether files are being read, or wait for it; a look that finds none to be read does not count. */
  synchronized boolean isReading() {
    return !queued.isEmpty() || running && reads;
  }

  synchronized int done() {
    return done;
  }

  synchronized int total() {
    return Math.max(total, done);
  }
}
