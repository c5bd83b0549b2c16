package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.readingroom.search.AnswerType;
import org.readingroom.search.Candidate;
import org.readingroom.search.Ground;
import org.readingroom.search.Retrieval;

class ConfidenceTests {

  private static final Candidate CANDIDATE = Samples.candidate(Samples.LEAD, Samples.LEAD_WORDS, 1);

  private static Retrieval with(Map<Ground, Double> grounds) {
    return new Retrieval(Samples.query("q", AnswerType.OTHER), List.of(), List.of(CANDIDATE), List.of(),
        grounds);
  }

  @Test
  void isTheLogisticOfTheWeightedGrounds() {
    Confidence confidence = new Confidence(0.5, 0.5, -1, Map.of(Ground.READ, 2.0, Ground.FOUND, 3.0));

    assertThat(confidence.of(with(Map.of()))).isEqualTo(1 / (1 + Math.E), within(1e-12));
    assertThat(confidence.of(with(Map.of(Ground.READ, 0.5)))).isEqualTo(0.5, within(1e-12));
    assertThat(confidence.of(with(Map.of(Ground.READ, 0.5, Ground.FOUND, 1.0))))
        .isEqualTo(1 / (1 + Math.exp(-3)), within(1e-12));
  }

  @Test
  void sufficesFromTheLeastOn() {
    Confidence confidence = new Confidence(0.5, 0.5, 0, Map.of(Ground.READ, 1.0));

    assertThat(confidence.suffices(with(Map.of(Ground.READ, 0.0)))).isTrue();
    assertThat(confidence.suffices(with(Map.of(Ground.READ, -0.001)))).isFalse();
  }

  @Test
  void isUnsureBelowWhatIsSure() {
    Confidence confidence = new Confidence(0.5, 0.6, 0, Map.of(Ground.READ, 1.0));

    assertThat(confidence.isUnsure(with(Map.of(Ground.READ, 0.4)))).isTrue();
    assertThat(confidence.isUnsure(with(Map.of(Ground.READ, 0.41)))).isFalse();
    assertThatThrownBy(() -> new Confidence(0.5, 0.4, 0, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isNoneWhereNothingWasFound() {
    Confidence sure = new Confidence(0, 0, 100, Map.of());
    Retrieval nothing = Samples.retrieval("q", List.of());

    assertThat(sure.of(nothing)).isZero();
    assertThat(sure.suffices(nothing)).isFalse();
  }

  @Test
  void asksForAnEstimateFrom0To1() {
    assertThatThrownBy(() -> new Confidence(1.1, 1, 0, Map.of())).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reading-room.confidence");
    assertThatThrownBy(() -> new Confidence(-0.1, 1, 0, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void growsWithWhatSpeaksForAnAnswer(@ForAll @DoubleRange(min = -50, max = 50) double bias,
      @ForAll @DoubleRange(min = 0, max = 1) double less,
      @ForAll @DoubleRange(min = 0, max = 1) double more) {
    Confidence confidence = new Confidence(0.5, 0.5, bias, Map.of(Ground.READ, 4.0));
    double lower = confidence.of(with(Map.of(Ground.READ, Math.min(less, more))));
    double higher = confidence.of(with(Map.of(Ground.READ, Math.max(less, more))));

    assertThat(lower).isBetween(0.0, higher);
    assertThat(higher).isLessThanOrEqualTo(1);
  }
}
