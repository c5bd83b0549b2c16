package org.readingroom.embedding;

/**
 * Holds what one pass of a model over a text gives: a vector for the whole text and one for each of its
 * tokens, all of length one.
 *
 * <p>
 * [CLS], [SEP] and the model's own prefix have a share in the vector of the whole but are not among the
 * tokens. Offsets are UTF-16 code units into the text; tokens of a header that was read before the text have
 * negative ones, counted back from the text's start.
 */
public final class TokenEmbeddings {

  private final int dimension;
  private final float[] vector;
  private final float[] tokenVectors;
  private final int[] ids;
  private final int[] starts;
  private final int[] ends;
  private final boolean truncated;

  TokenEmbeddings(float[] vector, float[] tokenVectors, int[] ids, int[] starts, int[] ends,
      boolean truncated) {
    this.dimension = vector.length;
    this.vector = vector;
    this.tokenVectors = tokenVectors;
    this.ids = ids;
    this.starts = starts;
    this.ends = ends;
    this.truncated = truncated;
    if (tokenVectors.length != ids.length * dimension || starts.length != ids.length
        || ends.length != ids.length) {
      throw new IllegalArgumentException(
          ids.length + " tokens of " + dimension + " dimensions do not fit " + tokenVectors.length
              + " numbers, " + starts.length + " starts and " + ends.length + " ends");
    }
  }

  /** Returns the vector of the whole text; a copy. */
  public float[] vector() {
    return vector.clone();
  }

  public int dimension() {
    return dimension;
  }

  /** Returns the number of tokens. */
  public int size() {
    return ids.length;
  }

  /** Returns the vector of one token; a copy. */
  public float[] tokenVector(int token) {
    float[] copy = new float[dimension];
    System.arraycopy(tokenVectors, token * dimension, copy, 0, dimension);
    return copy;
  }

  /** Returns the id of a token in the model's vocabulary, the same for the same word piece. */
  public int tokenId(int token) {
    return ids[token];
  }

  /** Returns the offset of a token's first character. */
  public int start(int token) {
    return starts[token];
  }

  /** Returns the offset after a token's last character; a combining accent after it may be left out. */
  public int end(int token) {
    return ends[token];
  }

  /** Tells whether the text was too long for the model, so that its end has no tokens. */
  public boolean truncated() {
    return truncated;
  }

  /** Returns all tokens' vectors, one after the other; not a copy. */
  float[] tokenVectors() {
    return tokenVectors;
  }
}
