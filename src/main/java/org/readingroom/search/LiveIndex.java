package org.readingroom.search;

/** Holds the index that is searched, from closed through building to ready. */
public class LiveIndex {

  /** Returns what state the index is in now. */
  public IndexState state() {
    return new IndexState.Closed();
  }

  /**
   * Opens the index, building first what is missing or out of date; returns when it is ready.
   *
   * @throws IndexException if it cannot be built or opened
   */
  public void open(BuildProgress progress) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Does the same in a thread of its own; a failure shows in the state. */
  public void openInBackground() {
    throw new UnsupportedOperationException("not yet");
  }

  /** Throws away what is there and builds it anew. */
  public void rebuild(BuildProgress progress) {
    throw new UnsupportedOperationException("not yet");
  }
}
