package org.readingroom.embedding;

import java.util.Arrays;
import java.util.List;

/**
 * Holds what one pass of a model over a text gives, or one of each of several models: a vector for the whole text,
 * by the first, and for each of its tokens one by every model, all of length one.
 *
 * <p>
 * [CLS], [SEP] and the model's own prefix have a share in the vector of the whole but are not among the
 * tokens. Offsets are UTF-16 code units into the text; tokens of a header that was read before the text have
 * negative ones, counted back from the text's start.
 */
public final class TokenEmbeddings {

  private final int models;
  private final int dimension;
  private final float[] vector;
  private final float[] tokenVectors;
  private final int[] ids;
  private final int[] starts;
  private final int[] ends;
  private final boolean truncated;

  /** Takes what one model gave. */
  TokenEmbeddings(float[] vector, float[] tokenVectors, int[] ids, int[] starts, int[] ends,
      boolean truncated) {
    this(1, vector, tokenVectors, ids, starts, ends, truncated);
  }

  private TokenEmbeddings(int models, float[] vector, float[] tokenVectors, int[] ids, int[] starts,
      int[] ends,
      boolean truncated) {
    this.models = models;
    this.dimension = models * vector.length;
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

  /**
   * Joins what several models made of one text.
   *
   * @throws IllegalArgumentException if they do not have the same tokens
   */
  static TokenEmbeddings joined(List<TokenEmbeddings> embeddings) {
    TokenEmbeddings first = embeddings.getFirst();
    if (embeddings.size() == 1) {
      return first;
    }
    int part = first.dimension;
    float[] vectors = new float[embeddings.size() * first.tokenVectors.length];
    for (int model = 0; model < embeddings.size(); model++) {
      TokenEmbeddings one = embeddings.get(model);
      if (one.dimension != part || !Arrays.equals(one.ids, first.ids)) {
        throw new IllegalArgumentException("the models do not have the same tokens");
      }
      for (int token = 0; token < first.size(); token++) {
        System.arraycopy(one.tokenVectors, token * part, vectors, (token * embeddings.size() + model) * part,
            part);
      }
    }
    return new TokenEmbeddings(embeddings.size(), first.vector, vectors, first.ids, first.starts, first.ends,
        first.truncated);
  }

  /** Returns the vector of the whole text; a copy. */
  public float[] vector() {
    return vector.clone();
  }

  /** Returns the number of components of all vectors of a token together. */
  public int dimension() {
    return dimension;
  }

  /** Returns how many models read the text. */
  public int models() {
    return models;
  }

  /** Returns the number of tokens. */
  public int size() {
    return ids.length;
  }

  /** Returns the vectors of one token, one model's after the other's; a copy. */
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
