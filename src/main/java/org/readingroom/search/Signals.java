package org.readingroom.search;

/** Holds the value of every {@link Signal} for one candidate. */
public final class Signals {

  private static final Signal[] ALL = Signal.values();

  private final double[] values = new double[ALL.length];

  void set(Signal signal, double value) {
    values[signal.ordinal()] = value;
  }

  public double get(Signal signal) {
    return values[signal.ordinal()];
  }

  /** Returns the sum of the values, each times its weight. */
  double weighted(Ranking ranking) {
    double sum = 0;
    for (Signal signal : ALL) {
      sum += ranking.weight(signal) * values[signal.ordinal()];
    }
    return sum;
  }
}
