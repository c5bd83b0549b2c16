package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.readingroom.search.Retrieval;

class ConfidenceTests {

  private static Retrieval with(double... scores) {
    return Samples.retrieval("q", Samples.read(Samples.LEAD, scores));
  }

  @Test
  void isTheLogisticOfTheBestSentencesScore() {
    Confidence confidence = new Confidence(0.5, 0.5, 2, -3);

    assertThat(confidence.of(with(-9, 1.5, 1))).isEqualTo(0.5, within(1e-12));
    assertThat(confidence.of(with(2, -9, 1))).isEqualTo(1 / (1 + Math.exp(-1)), within(1e-12));
    assertThat(confidence.of(Samples.retrieval("q", Samples.read(Samples.LEAD, 0, 0, 0),
        Samples.read(Samples.PLANES, 1, 1, 2)))).isEqualTo(1 / (1 + Math.exp(-1)), within(1e-12));
  }

  @Test
  void sufficesFromTheLeastOn() {
    Confidence confidence = new Confidence(0.5, 0.9, 1, -1);

    assertThat(confidence.suffices(1)).isTrue();
    assertThat(confidence.suffices(0.999)).isFalse();
  }

  @Test
  void isUnsureBelowTheEstimateWithWhichItIsSure() {
    Confidence confidence = new Confidence(0.3, 0.5, 1, -1);

    assertThat(confidence.isUnsure(with(-9, 0.999, -9))).isTrue();
    assertThat(confidence.isUnsure(with(-9, 1, -9))).isFalse();
  }

  @Test
  void isNoneWhereNothingWasRead() {
    Confidence sure = new Confidence(0, 0.5, 1, 100);
    Retrieval nothing = Samples.retrieval("q", List.of());

    assertThat(sure.of(nothing)).isZero();
    assertThat(sure.isUnsure(nothing)).isTrue();
  }

  @Test
  void isNoneWhereNoSentenceCouldBeRead() {
    assertThat(new Confidence(0, 0.5, 1, 100).of(with(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY,
        Double.NEGATIVE_INFINITY))).isZero();
  }

  @Test
  void asksForEstimatesFrom0To1TheSureOneNotTheLess() {
    for (double[] wrong : new double[][]{{-0.1, 0.5}, {0.6, 0.5}, {0.5, 1.1}}) {
      assertThatThrownBy(() -> new Confidence(wrong[0], wrong[1], 1, 0))
          .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("reading-room.confidence");
    }
    assertThat(new Confidence(0.5, 0.5, 1, 0).isUnsure(with(0, 0, 0))).isFalse();
  }

  @Property(tries = 200)
  void growsWithTheBestScore(@ForAll @DoubleRange(min = -50, max = 50) double bias,
      @ForAll @DoubleRange(min = -20, max = 20) double one,
      @ForAll @DoubleRange(min = -20, max = 20) double other) {
    Confidence confidence = new Confidence(0.5, 0.7, 0.8, bias);
    double lower = confidence.of(with(-30, Math.min(one, other), -30));
    double higher = confidence.of(with(Math.max(one, other), -30, -30));

    assertThat(lower).isBetween(0.0, higher);
    assertThat(higher).isLessThanOrEqualTo(1);
  }
}
