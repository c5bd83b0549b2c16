package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the white band that parts the columns of a region. */
final class Gutters {

  private static final int FEWEST_ROWS = 3;

  private Gutters() {}

  /** A gap between two segments beside each other. */
  private record Gap(float from, float to, float middle) {}

  /** Returns where the band is that most rows have, or null where there is none. */
  static @Nullable Float find(List<Segment> segments) {
    List<Gap> gaps = gaps(segments);
    Float best = null;
    int most = FEWEST_ROWS - 1;
    for (Gap candidate : gaps) {
      for (float position : new float[]{candidate.from + 1, (candidate.from + candidate.to) / 2,
          candidate.to - 1}) {
        int votes = 0;
        for (Gap gap : gaps) {
          votes += gap.from < position && gap.to > position ? 1 : 0;
        }
        if (votes > most) {
          most = votes;
          best = position;
        }
      }
    }
    return best;
  }

  private static List<Gap> gaps(List<Segment> segments) {
    List<Segment> sorted = new ArrayList<>(segments);
    sorted.sort(Comparator.comparingDouble(Segment::left));
    List<Gap> gaps = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Segment left = sorted.get(i);
      for (int j = i + 1; j < sorted.size(); j++) {
        Segment right = sorted.get(j);
        if (right.left() > left.right() - 1 && left.overlap(right) > 0.3) {
          gaps.add(new Gap(left.right(), right.left(), left.middle()));
          break;
        }
      }
      if (gaps.size() > 2_000) {
        break;
      }
    }
    return gaps;
  }
}
