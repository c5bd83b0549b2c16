package org.readingroom.embedding;

/**
 * Holds the cosine of each compared token of a query with every token of a passage, so that many windows of the
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

  /** Returns the mean cosine of the compared query tokens with the tokens in [from, to), 0 if there are none. */
  public float mean(int from, int to) {
    float sum = 0;
    for (int token = 0; token < queryTokens; token++) {
      for (int i = from; i < to; i++) {
        sum += values[token * tokens + i];
      }
    }
    return from < to && queryTokens > 0 ? sum / (queryTokens * (to - from)) : 0;
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
