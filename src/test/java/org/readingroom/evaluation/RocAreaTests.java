package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RocAreaTests {

  private static List<Confidence> confidences(double[] answerable, double[] not) {
    List<Confidence> all = new ArrayList<>();
    for (double confidence : answerable) {
      all.add(new Confidence(confidence, true, false));
    }
    for (double confidence : not) {
      all.add(new Confidence(confidence, false, false));
    }
    return all;
  }

  @Test
  void countsThePairsInOrderAndTiesForAHalf() {
    // 0.9 beats both, 0.5 beats one and ties with the other.
    RocArea area = new RocArea(confidences(new double[]{0.5, 0.9}, new double[]{0.5, 0.1}));
    assertThat(area.value()).isEqualTo(3.5 / 4);
  }

  @Test
  void theIntervalLiesAroundTheArea() {
    RocArea area = new RocArea(confidences(new double[]{0.5, 0.9, 0.4, 0.8}, new double[]{0.6, 0.1, 0.2}));
    Figure figure = area.figure(new Bootstrap(500, 7));
    assertThat(figure).isNotNull();
    assertThat(figure.value()).isEqualTo(area.value()).isEqualTo(10.0 / 12);
    assertThat(figure.low()).isLessThan(figure.value());
    assertThat(figure.high()).isGreaterThan(figure.value()).isLessThanOrEqualTo(1);
    assertThat(figure.n()).isEqualTo(7);
  }

  @Test
  void isNotMeasuredWhereOneKindIsMissing() {
    RocArea area = new RocArea(confidences(new double[]{0.5}, new double[0]));
    assertThat(area.value()).isNull();
    assertThat(area.figure(new Bootstrap(10, 7))).isNull();
  }
}
