package org.readingroom.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The area under the ROC curve: the chance that an answerable question gets more confidence than one that is not, equal
 * confidences for a half (Mann and Whitney's U).
 */
final class RocArea {

  private final List<Confidence> all;
  /** The places in the list, from the least confidence. */
  private final int[] sorted;

  RocArea(List<Confidence> all) {
    this.all = List.copyOf(all);
    this.sorted = IntStream.range(0, all.size()).boxed()
        .sorted(Comparator.comparingDouble(place -> all.get(place).confidence())).mapToInt(Integer::intValue).toArray();
  }

  /** Returns the area with its interval; null where one of the two kinds is missing. */
  @Nullable
  Figure figure(Bootstrap bootstrap) {
    return value() == null ? null : bootstrap.of(all.size(), this::of);
  }

  /** Returns the area; null where one of the two kinds is missing. */
  @Nullable
  Double value() {
    int[] ones = new int[sorted.length];
    Arrays.fill(ones, 1);
    double area = of(ones);
    return Double.isNaN(area) ? null : area;
  }

  /** Returns the area, each question counted so many times; not a number where one of the two kinds is missing. */
  private double of(int[] counts) {
    double wins = 0;
    long answerable = 0;
    long below = 0;
    int i = 0;
    while (i < sorted.length) {
      double confidence = all.get(sorted[i]).confidence();
      long yes = 0;
      long no = 0;
      for (; i < sorted.length && all.get(sorted[i]).confidence() == confidence; i++) {
        if (all.get(sorted[i]).answerable()) {
          yes += counts[sorted[i]];
        } else {
          no += counts[sorted[i]];
        }
      }
      wins += yes * (below + no / 2.0);
      answerable += yes;
      below += no;
    }
    return answerable == 0 || below == 0 ? Double.NaN : wins / ((double) answerable * below);
  }
}
