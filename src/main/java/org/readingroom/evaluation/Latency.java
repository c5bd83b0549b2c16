package org.readingroom.evaluation;

import java.util.Arrays;

/** Says how long replies took after the questions of the warm-up, in milliseconds. */
public record Latency(double p50Ms, double p95Ms, double maxMs, int n) {

  static Latency of(double[] elapsedMs) {
    if (elapsedMs.length == 0) {
      return new Latency(0, 0, 0, 0);
    }
    return new Latency(Bootstrap.percentile(elapsedMs, 0.5), Bootstrap.percentile(elapsedMs, 0.95),
        Arrays.stream(elapsedMs).max().orElse(0), elapsedMs.length);
  }
}
