package org.readingroom.index;

/**
 * Turns vectors of length one into bytes, and scores of bytes into cosines.
 *
 * <p>
 * A number takes a byte in place of four. The encoders' greatest components are about .52; greater ones are cut. Cosines
 * differ by .002 in the root mean square, where those of different passages are apart by .09.
 */
public final class Vectors {

  private static final float SCALE = 240;

  private Vectors() {}

  public static byte[] bytes(float[] vector) {
    byte[] bytes = new byte[vector.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.clamp(Math.round(SCALE * vector[i]), -Byte.MAX_VALUE, Byte.MAX_VALUE);
    }
    return bytes;
  }

  /** Returns the cosine that Lucene's score of two vectors of bytes stands for, by the formula of its DOT_PRODUCT. */
  public static double cosine(float score, int dimensions) {
    return (score - 0.5) * dimensions * (1 << 15) / (SCALE * SCALE);
  }
}
