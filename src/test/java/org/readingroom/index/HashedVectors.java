package org.readingroom.index;

import java.util.Random;

/** Makes vectors that are the same for the same text and of no meaning. */
public final class HashedVectors {

  public static final int DIMENSION = 384;

  private HashedVectors() {}

  /** Returns the vector of a text, of length one. */
  public static float[] of(String text) {
    Random luck = new Random(text.hashCode());
    float[] vector = new float[DIMENSION];
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) luck.nextGaussian();
      sum += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(sum);
    }
    return vector;
  }
}
