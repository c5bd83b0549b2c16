package org.readingroom.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.junit.jupiter.api.Test;

class VectorsTests {

  private static float[] random(Random luck) {
    float[] vector = new float[384];
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

  @Test
  void cosinesOfBytesAreThoseOfTheVectors() {
    Random luck = new Random(1950);
    for (int n = 0; n < 100; n++) {
      float[] one = random(luck);
      float[] other = n == 0 ? one : random(luck);
      double cosine = 0;
      for (int i = 0; i < one.length; i++) {
        cosine += one[i] * other[i];
      }
      float score = VectorSimilarityFunction.DOT_PRODUCT.compare(Vectors.bytes(one), Vectors.bytes(other));
      assertThat(Vectors.cosine(score, one.length)).isCloseTo(cosine, within(0.01));
    }
  }

  @Test
  void cutsWhatIsGreaterThanAByte() {
    assertThat(Vectors.bytes(new float[]{1, -1, 0.5f, 0})).containsExactly(127, -127, 120, 0);
  }
}
