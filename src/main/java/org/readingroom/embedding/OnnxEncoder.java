package org.readingroom.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs one model over one text at a time. Safe for use by several threads, which share the session.
 *
 * <p>
 * Each run uses one thread: on two cores two runs side by side are half again as fast as one run on both.
 * Texts are never batched, because the quantised models scale their activations by the whole batch, so that
 * a text's vector would depend on its neighbours.
 */
final class OnnxEncoder implements AutoCloseable {

  static final Executor THREAD_PER_TASK = task -> Thread.ofPlatform().daemon()
      .name("embedding-model-loader").start(task);

  private final BundledModel model;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final BertTokenizer tokenizer;

  private OnnxEncoder(BundledModel model, OrtEnvironment environment, OrtSession session,
      BertTokenizer tokenizer) {
    this.model = model;
    this.environment = environment;
    this.session = session;
    this.tokenizer = tokenizer;
  }

  static OnnxEncoder load(BundledModel model, @Nullable Path cacheFolder) {
    CompletableFuture<BertTokenizer> tokenizer = CompletableFuture.supplyAsync(() -> {
      try {
        return BertTokenizer.load(model);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }, THREAD_PER_TASK);
    try {
      // The environment's native libraries load while the model comes out of the jar.
      CompletableFuture<OrtEnvironment> environment = CompletableFuture
          .supplyAsync(OrtEnvironment::getEnvironment, THREAD_PER_TASK);
      ModelFiles.Source source = ModelFiles.locate(model.modelResource(), cacheFolder);
      OrtSession session = createSession(environment.join(), source);
      try {
        return new OnnxEncoder(model, environment.join(), session, tokenizer.join());
      } catch (CompletionException e) {
        session.close();
        throw e;
      }
    } catch (IOException | OrtException | CompletionException e) {
      tokenizer.thenAccept(BertTokenizer::close);
      throw new EmbeddingException("the embedding model " + model.id() + " cannot be loaded", e);
    }
  }

  private static OrtSession createSession(OrtEnvironment environment, ModelFiles.Source source)
      throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // Fusing more also loads faster: there are fewer nodes to prepare.
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      return switch (source) {
        case ModelFiles.OnDisk onDisk -> environment.createSession(onDisk.file().toString(), options);
        case ModelFiles.InMemory inMemory -> environment.createSession(inMemory.bytes(), options);
      };
    }
  }

  BundledModel model() {
    return model;
  }

  /** Tells whether a word is one piece: between [CLS] and [SEP] there is then but one token, and no unknown one. */
  boolean isWord(String word) {
    return tokenizer.tokenize(word).length() == 3;
  }

  /** Returns the vector of a whole text, of length one. */
  float[] embed(String text) {
    TokenizedText tokens = tokenizer.tokenize(text);
    return pool(run(tokens), tokens.length());
  }

  /**
   * Returns the vectors of a whole text and of its tokens.
   *
   * @param prefix what the model reads first, without tokens in the result
   * @param header what it reads next, its tokens at negative offsets
   */
  TokenEmbeddings encode(String prefix, String header, String text) {
    TokenizedText tokens = tokenizer.tokenize(prefix + header + text);
    float[] states = run(tokens);
    int dimension = model.dimension();
    int textStart = prefix.length() + header.length();
    float[] vectors = new float[tokens.length() * dimension];
    int[] ids = new int[tokens.length()];
    int[] starts = new int[tokens.length()];
    int[] ends = new int[tokens.length()];
    int kept = 0;
    for (int i = 0; i < tokens.length(); i++) {
      int start = tokens.starts()[i];
      if (start < prefix.length()) { // of [CLS], [SEP] and the prefix
        continue;
      }
      System.arraycopy(states, i * dimension, vectors, kept * dimension, dimension);
      normalise(vectors, kept * dimension, dimension);
      ids[kept] = (int) tokens.ids()[i];
      starts[kept] = start - textStart;
      ends[kept] = tokens.ends()[i] - textStart;
      kept++;
    }
    return new TokenEmbeddings(pool(states, tokens.length()), Arrays.copyOf(vectors, kept * dimension),
        Arrays.copyOf(ids, kept), Arrays.copyOf(starts, kept), Arrays.copyOf(ends, kept),
        tokens.truncated());
  }

  /** Returns the last hidden states, one row of the model's dimension per token. */
  private float[] run(TokenizedText tokens) {
    int length = tokens.length();
    long[] attention = new long[length];
    Arrays.fill(attention, 1);
    long[] shape = {1, length};
    try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens.ids()), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(attention), shape);
        OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[length]), shape)) {
      Map<String, OnnxTensor> inputs = new HashMap<>();
      inputs.put("input_ids", ids);
      inputs.put("attention_mask", mask);
      if (session.getInputNames().contains("token_type_ids")) {
        inputs.put("token_type_ids", types);
      }
      try (OrtSession.Result result = session.run(inputs)) {
        FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
        if (states.remaining() != length * model.dimension()) {
          throw new EmbeddingException(model.id() + " gave " + states.remaining() + " numbers for " + length
              + " tokens of " + model.dimension());
        }
        float[] copy = new float[states.remaining()];
        states.get(copy);
        return copy;
      }
    } catch (OrtException e) {
      throw new EmbeddingException("the embedding model " + model.id() + " failed", e);
    }
  }

  private float[] pool(float[] states, int tokens) {
    int dimension = model.dimension();
    float[] vector = new float[dimension];
    switch (model.pooling()) {
      case CLS -> System.arraycopy(states, 0, vector, 0, dimension);
      case MEAN -> {
        for (int i = 0; i < tokens; i++) {
          for (int j = 0; j < dimension; j++) {
            vector[j] += states[i * dimension + j];
          }
        }
      }
    }
    normalise(vector, 0, dimension);
    return vector;
  }

  private static void normalise(float[] vectors, int from, int dimension) {
    double squares = 0;
    for (int i = from; i < from + dimension; i++) {
      squares += (double) vectors[i] * vectors[i];
    }
    float scale = (float) (1 / Math.sqrt(squares));
    for (int i = from; i < from + dimension; i++) {
      vectors[i] *= scale;
    }
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new EmbeddingException("the embedding model " + model.id() + " cannot be closed", e);
    }
  }
}
