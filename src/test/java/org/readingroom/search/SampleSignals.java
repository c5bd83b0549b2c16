package org.readingroom.search;

/** Makes signals for tests of other packages. */
public final class SampleSignals {

  private SampleSignals() {}

  /** Returns signals of a span that reads as an answer as well as this. */
  public static Signals read(double read) {
    Signals signals = new Signals();
    signals.set(Signal.READ, read);
    return signals;
  }

  /** Returns signals of a span that holds what kind of thing is asked for. */
  public static Signals wanted() {
    Signals signals = new Signals();
    signals.set(Signal.WANTED, 1);
    return signals;
  }
}
