package org.readingroom.evaluation;

import java.util.function.UnaryOperator;

/** Climbs to a maximum of a smooth function by its gradient, with steps as Adam takes them (Kingma and Ba 2015). */
final class GradientAscent {

  private static final double RATE = 0.1;
  private static final double MEAN_DECAY = 0.9;
  private static final double SQUARE_DECAY = 0.999;

  private GradientAscent() {}

  /** Returns where so many steps from noughts lead; the steps get shorter towards the end. */
  static double[] climb(int dimensions, int steps, UnaryOperator<double[]> gradient) {
    double[] at = new double[dimensions];
    double[] means = new double[dimensions];
    double[] squares = new double[dimensions];
    for (int step = 1; step <= steps; step++) {
      double[] slope = gradient.apply(at.clone());
      double rate = RATE * (1 - (step - 1.0) / steps);
      for (int i = 0; i < dimensions; i++) {
        means[i] = MEAN_DECAY * means[i] + (1 - MEAN_DECAY) * slope[i];
        squares[i] = SQUARE_DECAY * squares[i] + (1 - SQUARE_DECAY) * slope[i] * slope[i];
        double mean = means[i] / (1 - Math.pow(MEAN_DECAY, step));
        double square = squares[i] / (1 - Math.pow(SQUARE_DECAY, step));
        at[i] += rate * mean / (Math.sqrt(square) + 1e-8);
      }
    }
    return at;
  }
}
