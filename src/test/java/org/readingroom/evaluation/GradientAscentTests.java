package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GradientAscentTests {

  @Test
  void findsTheTopOfAHill() {
    // The gradient of -(x - 3)^2 - 10 (y + 2)^2.
    double[] top = GradientAscent.climb(2, 2_000, at -> new double[]{-2 * (at[0] - 3), -20 * (at[1] + 2)});
    assertThat(top).containsExactly(new double[]{3, -2}, within(0.01));
  }

  @Test
  void staysWhereItIsFlat() {
    assertThat(GradientAscent.climb(2, 10, at -> new double[2])).containsExactly(0, 0);
  }
}
