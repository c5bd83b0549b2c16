package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTests {

  @Test
  void isTheMeanDistanceOverTheBinsByTheirQuestions() {
    Calibration calibration = Calibration.of(List.of(new Confidence(1, true, false), new Confidence(0.92, true, true),
        new Confidence(0.9, false, false), new Confidence(0.25, true, true)));
    // Three at 0.94 of which two thirds are answerable, one at 0.25 that is.
    assertThat(calibration.error()).isCloseTo(3.0 / 4 * (0.94 - 2.0 / 3) + 1.0 / 4 * 0.75, within(1e-9));
    assertThat(calibration.bins()).extracting(Calibration.Bin::n).containsExactly(1, 3);
    assertThat(calibration.bins().getFirst()).isEqualTo(new Calibration.Bin(0.25, 1, 1));
  }

  @Test
  void takesOnlyEstimates() {
    assertThatThrownBy(() -> Calibration.of(List.of(new Confidence(3.5, true, true))))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3.5");
  }
}
