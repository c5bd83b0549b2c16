package org.readingroom.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.readingroom.onnx.BertTokenizer;
import org.readingroom.onnx.FirstUse;
import org.readingroom.onnx.ModelException;
import org.readingroom.onnx.OnnxModel;
import org.readingroom.onnx.WorkerPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Embeds texts with a {@link BundledModel} or one of the user's own. Safe for use by several threads; loads the model at
 * first use.
 *
 * <p>
 * A text's vector has the same bits whatever else is embedded beside it. Texts longer than the model's
 * maximum are cut off there. {@link #embed(String)} and {@link #embedAll} take the text as it is; the other
 * methods put the model's own prefix before it.
 */
public final class OnnxEmbeddingModel implements EmbeddingModel, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OnnxEmbeddingModel.class);
  /** What lies between [CLS] and [SEP] of a word that is one piece. */
  private static final int ONE_PIECE = 3;

  private final Encoder encoder;
  private final WorkerPool pool;
  private final FirstUse<OnnxModel> model;
  /** Loads without the model, which telling and counting words does not need. */
  private final FirstUse<BertTokenizer> tokenizer;
  /** The components of a vector; of a model of one's own as the first text had them, 0 before. */
  private volatile int width;

  /** Makes a model that is read from its jar at every start and uses two worker threads. */
  public OnnxEmbeddingModel(BundledModel bundled) {
    this(bundled, null, 2);
  }

  /**
   * Makes a model.
   *
   * @param cacheFolder where the model and the native libraries are unpacked once, so that later starts
   *        unpack nothing; null for the model to be read from its jar and the libraries to unpack
   *        themselves into temporary and home folders
   * @param workers how many texts are embedded at the same time, best one per core
   */
  public OnnxEmbeddingModel(BundledModel bundled, @Nullable Path cacheFolder, int workers) {
    this(bundled.encoder(), cacheFolder, workers);
  }

  /**
   * Makes the model that settings name.
   *
   * @param cacheFolder as above; a model of one's own is read where it lies
   * @throws IllegalArgumentException if there is no such model
   */
  public OnnxEmbeddingModel(EmbeddingSettings settings, @Nullable Path cacheFolder) {
    this(Encoder.of(settings), cacheFolder, settings.threads());
  }

  private OnnxEmbeddingModel(Encoder encoder, @Nullable Path cacheFolder, int workers) {
    this.encoder = encoder;
    this.width = encoder.dimension();
    this.pool = new WorkerPool("embedding", workers);
    this.model = new FirstUse<>("the embedding model " + encoder.id(),
        () -> OnnxModel.load(encoder.id(), encoder.model(), cacheFolder), OnnxModel::close);
    this.tokenizer = new FirstUse<>("the embedding model " + encoder.id(),
        () -> BertTokenizer.load(encoder.id(), encoder.tokenizer(), encoder.maxTokens(), cacheFolder),
        BertTokenizer::close);
  }

  /**
   * Starts loading the model and using it once in the background; a use meanwhile waits until it is loaded. Whether
   * loading failed shows at the first use, which tries again.
   */
  public void preload() {
    pool.execute(() -> {
      try {
        embedQuery("warm up");
      } catch (ModelException e) {
        log.debug("{} cannot be loaded", modelName(), e);
      }
    });
  }

  /** Returns the vector of a query, of length one. */
  public float[] embedQuery(String query) {
    return vector(encoder.queryPrefix() + query);
  }

  /** Returns the vector of a passage, of length one. */
  public float[] embedPassage(String passage) {
    return vector(encoder.passagePrefix() + passage);
  }

  /** Tells whether the model has a word whole among its word pieces, as the common English ones. */
  public boolean isWord(String word) {
    return tokenizer.get().tokenize(word).length == ONE_PIECE;
  }

  /** Returns how many tokens a text is for the model, however long it is, without special ones. */
  public int countTokens(String text) {
    return tokenizer.get().count(text);
  }

  @Override
  public Response<Embedding> embed(String text) {
    return Response.from(Embedding.from(vector(text)));
  }

  @Override
  public Response<Embedding> embed(TextSegment segment) {
    return embed(segment.text());
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    return Response.from(onWorkers(segments, segment -> Embedding.from(vector(segment.text()))));
  }

  /**
   * Applies work that uses this model, such as {@code embedPassage}, to items on the worker threads, and returns the
   * results in the items' order. The work must not call this method.
   *
   * @throws ModelException if the work on an item fails or the calling thread is interrupted; the work on the
   *         others is then given up
   */
  public <T, R> List<R> onWorkers(List<T> items, Function<? super T, ? extends R> work) {
    return pool.map(items, work);
  }

  @Override
  public int dimension() {
    return width > 0 ? width : vector("").length;
  }

  @Override
  public String modelName() {
    return encoder.id();
  }

  /** Tells whether it comes with the program, and so knows English only. */
  public boolean isBundled() {
    return BundledModel.withId(encoder.id()).isPresent();
  }

  /** Returns how many texts are embedded at the same time. */
  public int workers() {
    return pool.workers();
  }

  private float[] vector(String text) {
    long[] ids = tokenizer.get().tokenize(text);
    long[] attention = new long[ids.length];
    Arrays.fill(attention, 1);
    float[] states = model.get().run(Map.of(
        "input_ids", new OnnxModel.Input.Longs(ids, 1, ids.length),
        "attention_mask", new OnnxModel.Input.Longs(attention, 1, ids.length),
        "token_type_ids", new OnnxModel.Input.Longs(new long[ids.length], 1, ids.length))).firstEntry()
        .getValue();
    int dimension = width > 0 ? width : states.length / ids.length;
    if (dimension == 0 || states.length != ids.length * dimension) {
      throw new ModelException(modelName() + " gave " + states.length + " numbers for " + ids.length
          + " tokens; its first output should be the vectors of the tokens");
    }
    width = dimension;
    return pool(states, ids.length, dimension);
  }

  private float[] pool(float[] states, int tokens, int dimension) {
    float[] vector = new float[dimension];
    switch (encoder.pooling()) {
      case CLS -> System.arraycopy(states, 0, vector, 0, dimension);
      case MEAN -> {
        for (int i = 0; i < tokens; i++) {
          for (int j = 0; j < dimension; j++) {
            vector[j] += states[i * dimension + j];
          }
        }
      }
    }
    double squares = 0;
    for (float component : vector) {
      squares += (double) component * component;
    }
    float scale = (float) (1 / Math.sqrt(squares));
    for (int j = 0; j < dimension; j++) {
      vector[j] *= scale;
    }
    return vector;
  }

  /** Waits for what is being embedded on the workers and frees the model; no other thread may be using it. */
  @Override
  public void close() {
    try (tokenizer; model) {
      pool.close();
    }
  }
}
