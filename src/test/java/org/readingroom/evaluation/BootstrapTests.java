package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BootstrapTests {

  private final Bootstrap bootstrap = new Bootstrap(2_000, 7);

  @Test
  void theSameSeedGivesTheSameInterval() {
    double[] values = {0.03, 0.97, 0.71, 0.13, 0.29, 0.83, 0.59, 0.41, 0.53, 0.67};
    assertThat(bootstrap.mean(values)).isEqualTo(new Bootstrap(2_000, 7).mean(values));
    assertThat(bootstrap.mean(values)).isNotEqualTo(new Bootstrap(2_000, 8).mean(values));
  }

  @Test
  void theIntervalOfAShareIsNearTheNormalOne() {
    double[] values = new double[400];
    for (int i = 0; i < 200; i++) {
      values[i] = 1;
    }
    // 0.5 ± 1.96 · sqrt(0.25 / 400) = 0.451 to 0.549
    Figure figure = bootstrap.mean(values);
    assertThat(figure.value()).isEqualTo(0.5);
    assertThat(figure.low()).isCloseTo(0.451, within(0.006));
    assertThat(figure.high()).isCloseTo(0.549, within(0.006));
    assertThat(figure.n()).isEqualTo(400);
  }

  @Test
  void valuesCountByTheirWeights() {
    Figure figure = bootstrap.mean(new double[]{1, 0.5}, new double[]{1, 3});
    assertThat(figure.value()).isEqualTo(0.625);
    assertThat(figure.n()).isEqualTo(4);
    assertThat(figure.low()).isEqualTo(0.5);
    assertThat(figure.high()).isOne();
  }

  @Test
  void aStatisticOfCountsThatIsAMeanHasTheIntervalOfTheMean() {
    double[] values = {0.03, 0.97, 0.71, 0.13, 0.29, 0.83, 0.59, 0.41, 0.53, 0.67};
    Figure figure = bootstrap.of(values.length, counts -> {
      double sum = 0;
      for (int i = 0; i < counts.length; i++) {
        sum += counts[i] * values[i];
      }
      return sum / values.length;
    });
    Figure mean = bootstrap.mean(values);
    assertThat(figure.value()).isCloseTo(mean.value(), within(1e-9));
    assertThat(figure.low()).isCloseTo(mean.low(), within(1e-9));
    assertThat(figure.high()).isCloseTo(mean.high(), within(1e-9));
  }

  @Test
  void samplesForWhichAStatisticIsNotDefinedAreLeftOut() {
    Figure figure = bootstrap.of(2, counts -> counts[0] == 0 ? Double.NaN : counts[0]);
    assertThat(figure).isEqualTo(new Figure(1, 1, 2, 2));
  }

  @Test
  void aDifferenceThatNeverTurnsIsSignificantAndOneThatTurnsIsNot() {
    double[] always = new double[12];
    Arrays.fill(always, 1);
    // All signs agree in 2 of 4,096 cases.
    assertThat(bootstrap.randomisationTest(always)).isLessThan(0.005);
    assertThat(bootstrap.randomisationTest(new double[]{1, -1, 0, 0})).isOne();
    assertThat(bootstrap.randomisationTest(new double[]{1, 0, 0, 0})).isOne();
  }

  @Test
  void percentilesFallBetweenValues() {
    assertThat(Bootstrap.percentile(new double[]{4, 1, 2, 3}, 0.5)).isEqualTo(2.5);
    assertThat(Latency.of(new double[]{30, 10, 20})).isEqualTo(new Latency(20, 29, 30, 3));
    assertThat(Latency.of(new double[0])).isEqualTo(new Latency(0, 0, 0, 0));
  }

  @Property(tries = 100)
  void theMeanLiesBetweenTheExtremesAsTheIntervalDoes(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0, max = 1) Double> values) {
    Figure figure = new Bootstrap(200, 3).mean(values.stream().mapToDouble(Double::doubleValue).toArray());
    assertThat(figure.low()).isBetween(-1e-12, figure.high());
    assertThat(figure.high()).isLessThanOrEqualTo(1 + 1e-12);
    assertThat(figure.value()).isBetween(-1e-12, 1 + 1e-12);
  }
}
