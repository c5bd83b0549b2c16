package org.readingroom.embedding;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Holds a passage's token vectors in one byte per component, with each token's place and id, in a form that
 * an index can store.
 *
 * <p>
 * Each vector has its own scale, so that its largest component becomes 127. The components lie dimension by
 * dimension, all tokens' first ones before all tokens' second ones: comparing them with a query is then
 * adding up rows, which the JVM turns into SIMD instructions; a sum over one token's components it does not.
 */
public final class QuantizedTokenVectors {

  private static final byte FORMAT = 2;
  private static final int HEADER_BYTES = 1 + 3 * Integer.BYTES;
  private static final int BYTES_PER_TOKEN = Float.BYTES + 3 * Integer.BYTES;

  private final int models;
  private final int dimension;
  private final float[] scales;
  private final int[] starts;
  private final int[] ends;
  private final int[] ids;
  private final byte[] components;
  private final int offset;

  private QuantizedTokenVectors(int models, int dimension, float[] scales, int[] starts, int[] ends,
      int[] ids,
      byte[] components, int offset) {
    this.models = models;
    this.dimension = dimension;
    this.scales = scales;
    this.starts = starts;
    this.ends = ends;
    this.ids = ids;
    this.components = components;
    this.offset = offset;
  }

  /** Rounds a passage's token vectors; a cosine then errs by less than 0.01. */
  public static QuantizedTokenVectors of(TokenEmbeddings embeddings) {
    int count = embeddings.size();
    int dimension = embeddings.dimension();
    float[] vectors = embeddings.tokenVectors();
    byte[] components = new byte[count * dimension];
    float[] scales = new float[count];
    int[] starts = new int[count];
    int[] ends = new int[count];
    int[] ids = new int[count];
    for (int token = 0; token < count; token++) {
      float largest = Float.MIN_NORMAL;
      for (int i = 0; i < dimension; i++) {
        largest = Math.max(largest, Math.abs(vectors[token * dimension + i]));
      }
      for (int i = 0; i < dimension; i++) {
        components[i * count + token] = (byte) Math.round(vectors[token * dimension + i] / largest * 127);
      }
      scales[token] = largest / 127;
      starts[token] = embeddings.start(token);
      ends[token] = embeddings.end(token);
      ids[token] = embeddings.tokenId(token);
    }
    return new QuantizedTokenVectors(embeddings.models(), dimension, scales, starts, ends, ids, components,
        0);
  }

  /**
   * Reads what {@link #toBytes} wrote. The components are not copied: the array must stay as it is.
   *
   * @throws IllegalArgumentException if the bytes are something else
   */
  public static QuantizedTokenVectors from(byte[] bytes, int from, int length) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
    if (length < HEADER_BYTES || in.get() != FORMAT) {
      throw new IllegalArgumentException("not token vectors of format " + FORMAT);
    }
    int models = in.getInt();
    int dimension = in.getInt();
    int count = in.getInt();
    if (models < 1 || dimension < 1 || dimension % models != 0 || count < 0
        || length != HEADER_BYTES + (long) count * BYTES_PER_TOKEN + (long) count * dimension) {
      throw new IllegalArgumentException(
          length + " bytes do not hold " + count + " token vectors of " + dimension + " dimensions");
    }
    float[] scales = new float[count];
    in.asFloatBuffer().get(scales);
    in.position(in.position() + count * Float.BYTES);
    return new QuantizedTokenVectors(models, dimension, scales, getInts(in, count), getInts(in, count),
        getInts(in, count), bytes, in.position());
  }

  private static int[] getInts(ByteBuffer in, int count) {
    int[] ints = new int[count];
    in.asIntBuffer().get(ints);
    in.position(in.position() + count * Integer.BYTES);
    return ints;
  }

  public byte[] toBytes() {
    ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + size() * BYTES_PER_TOKEN + size() * dimension);
    out.put(FORMAT).putInt(models).putInt(dimension).putInt(size());
    for (float scale : scales) {
      out.putFloat(scale);
    }
    for (int[] ints : new int[][]{starts, ends, ids}) {
      for (int value : ints) {
        out.putInt(value);
      }
    }
    out.put(components, offset, size() * dimension);
    return out.array();
  }

  /** Compares every token of a query with every token of this passage, by one model after the other. */
  public TokenSimilarities similarities(TokenEmbeddings query) {
    return similarities(query, IntStream.range(0, models * query.size()).toArray());
  }

  /**
   * Compares some tokens of a query with every token of this passage.
   *
   * @param compared the places of the tokens among those of all models, one model's after the other's; the
   *        similarities have these alone, in this order
   */
  public TokenSimilarities similarities(TokenEmbeddings query, int[] compared) {
    if (query.dimension() != dimension || query.models() != models) {
      throw new IllegalArgumentException(
          "a query of " + query.dimension() + " dimensions by " + query.models()
              + " models does not fit " + dimension + " by " + models);
    }
    int part = dimension / models;
    float[] queryVectors = query.tokenVectors();
    float[] values = new float[compared.length * size()];
    float[] sums = new float[size()];
    for (int i = 0; i < compared.length; i++) {
      int model = compared[i] / query.size();
      int token = compared[i] % query.size();
      Arrays.fill(sums, 0);
      addRows(sums, model * part, (model + 1) * part, queryVectors, token * dimension);
      for (int j = 0; j < sums.length; j++) {
        values[i * sums.length + j] = sums[j] * scales[j];
      }
    }
    return new TokenSimilarities(compared.length, values, starts);
  }

  /** Adds the products of a query token's components in [from, to) with those of all tokens. */
  private void addRows(float[] sums, int from, int to, float[] query, int at) {
    int i = from;
    for (; i + 4 <= to; i += 4) {
      addFourRows(sums, i, query, at + i);
    }
    for (; i < to; i++) {
      addRow(sums, i, query[at + i]);
    }
  }

  /** Four at a time, so that the sums are read and written a quarter as often. */
  private void addFourRows(float[] sums, int row, float[] query, int at) {
    byte[] c = components;
    int count = sums.length;
    int a = offset + row * count;
    int b = a + count;
    int d = b + count;
    int e = d + count;
    float qa = query[at];
    float qb = query[at + 1];
    float qd = query[at + 2];
    float qe = query[at + 3];
    for (int j = 0; j < count; j++) {
      sums[j] += qa * c[a + j] + qb * c[b + j] + qd * c[d + j] + qe * c[e + j];
    }
  }

  private void addRow(float[] sums, int row, float query) {
    int from = offset + row * sums.length;
    for (int j = 0; j < sums.length; j++) {
      sums[j] += query * components[from + j];
    }
  }

  /** Returns the number of components of all vectors of a token together. */
  public int dimension() {
    return dimension;
  }

  /** Returns the number of tokens. */
  public int size() {
    return scales.length;
  }

  /** Returns the id of a token in the model's vocabulary. */
  public int tokenId(int token) {
    return ids[token];
  }

  /** Returns the offset of a token's first character in the passage, negative in its header. */
  public int start(int token) {
    return starts[token];
  }

  /** Returns the offset after a token's last character. */
  public int end(int token) {
    return ends[token];
  }
}
