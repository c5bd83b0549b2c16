package org.readingroom.embedding;

/**
 * Holds the cosine of every token of a query with every token of a passage, so that many windows of the
 * passage can be scored without multiplying again, and without the vectors. Where several models read both, each has
 * the query's tokens for itself, one model's after the other's.
 */
public final class TokenSimilarities {

  private final int queryTokens;
  private final int tokens;
  private final float[] values;
  private final int[] starts;

  /**
   * Takes the values ordered by query token, then by passage token.
   *
   * @param starts where the passage's tokens start in it
   */
  TokenSimilarities(int queryTokens, float[] values, int[] starts) {
    this.queryTokens = queryTokens;
    this.tokens = starts.length;
    this.values = values;
    this.starts = starts;
  }

  /** Returns the cosine of one pair of tokens. */
  public float get(int queryToken, int token) {
    return values[queryToken * tokens + token];
  }

  /** Returns the greatest cosine of a query token with the tokens in [from, to), 0 if there are none. */
  public float best(int queryToken, int from, int to) {
    if (from < 0 || to > tokens) {
      throw new IndexOutOfBoundsException("[" + from + ", " + to + ") is not within " + tokens + " tokens");
    }
    if (from >= to) {
      return 0;
    }
    float best = Float.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      best = Math.max(best, values[queryToken * tokens + i]);
    }
    return best;
  }

  /** Returns the mean cosine of all query tokens with the tokens in [from, to), 0 if there are none. */
  public float mean(int from, int to) {
    float sum = 0;
    for (int token = 0; token < queryTokens; token++) {
      for (int i = from; i < to; i++) {
        sum += values[token * tokens + i];
      }
    }
    return from < to && queryTokens > 0 ? sum / (queryTokens * (to - from)) : 0;
  }

  /**
   * Returns the late interaction score of the tokens in [from, to): each query token's greatest cosine,
   * averaged with the query tokens' weights, such as their idf; 0 if the weights sum to 0.
   *
   * <p>
   * After ColBERT (Khattab and Zaharia 2020), which sums; the mean makes queries comparable.
   */
  public float maxSim(int from, int to, float[] weights) {
    if (weights.length != queryTokens) {
      throw new IllegalArgumentException(weights.length + " weights for " + queryTokens + " query tokens");
    }
    float sum = 0;
    float weightSum = 0;
    for (int i = 0; i < queryTokens; i++) {
      if (weights[i] != 0) {
        sum += weights[i] * best(i, from, to);
        weightSum += weights[i];
      }
    }
    return weightSum == 0 ? 0 : sum / weightSum;
  }

  /** Returns the late interaction score of the tokens in [from, to), all query tokens weighing the same. */
  public float maxSim(int from, int to) {
    float sum = 0;
    for (int i = 0; i < queryTokens; i++) {
      sum += best(i, from, to);
    }
    return queryTokens == 0 ? 0 : sum / queryTokens;
  }

  /** Returns the first token that starts at or after an offset into the passage; the size if none does. */
  public int firstTokenFrom(int offsetInText) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < offsetInText) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns the number of the query's tokens that were compared, those of every model counted. */
  public int queryTokens() {
    return queryTokens;
  }

  /** Returns the number of the passage's tokens. */
  public int tokens() {
    return tokens;
  }
}
