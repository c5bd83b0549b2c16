package org.readingroom.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.onnx.BertTokenizer;
import org.readingroom.onnx.FirstUse;
import org.readingroom.onnx.ModelException;
import org.readingroom.onnx.ModelLocation;
import org.readingroom.onnx.OnnxModel;
import org.readingroom.onnx.WorkerPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads with an encoder that sees question or claim, header and passage together (a cross-encoder) and was trained to
 * score passages and sentences; loads it at first use.
 *
 * <p>
 * The model's inputs are {@code input_ids}, {@code token_type_ids} and {@code attention_mask} (1 × T, int64) and
 * {@code sentence_map} (1 × S × T, float: 1/n on the n tokens of sentence s); its outputs {@code passage} (1) and
 * {@code sentences} (1 × S) are logits, and {@code vector} (D), which it may lack, is a question's among the vectors of
 * the bundled encoder. How it was trained is told in {@code evaluation/reader}.
 */
public final class TrainedReader implements PassageReader, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TrainedReader.class);
  /** The model that comes inside the program. */
  private static final ModelLocation BUNDLED = new ModelLocation.Resource("/reader.onnx");
  /** The word pieces of the encoder that it was trained from. */
  private static final ModelLocation TOKENIZER = new ModelLocation.Resource(
      "/bge-small-en-v1.5-q-tokenizer.json");

  /** The encoder whose vectors of passages the model was trained to find. */
  private static final String ENCODER = "bge-small-en-v1.5-q";
  /** The components of its vectors. */
  private static final int DIMENSION = 384;
  private static final String VECTOR = "vector";

  private final ModelInput input = new ModelInput();
  private final String name;
  private final WorkerPool pool;
  private final FirstUse<OnnxModel> model;
  private final FirstUse<BertTokenizer> tokenizer;

  /**
   * Makes a reader.
   *
   * @param file a model of the user's own with the same inputs, outputs and word pieces; null for the bundled one
   * @param cacheFolder where the bundled model is unpacked once; null to read it from the jar at every start
   * @param workers how many passages are read at the same time, best one per core
   */
  public TrainedReader(@Nullable Path file, @Nullable Path cacheFolder, int workers) {
    this.name = file == null ? "bundled" : String.valueOf(file.getFileName());
    ModelLocation location = file == null ? BUNDLED : new ModelLocation.File(file);
    this.pool = new WorkerPool("reader", workers);
    this.model = new FirstUse<>("the reader " + name,
        () -> OnnxModel.load("reader " + name, location, cacheFolder), OnnxModel::close);
    this.tokenizer = new FirstUse<>("the reader " + name,
        () -> BertTokenizer.load("the reader " + name, TOKENIZER, ModelInput.MAX_TOKENS, cacheFolder),
        BertTokenizer::close);
  }

  /** Tells whether the bundled model gives questions vectors to search by among those of an encoder, by its name. */
  public static boolean searches(String encoder) {
    return encoder.equals(ENCODER);
  }

  /** Starts loading the model and using it once in the background; a use meanwhile waits until it is loaded. */
  public void preload() {
    pool.execute(() -> tried(tokenizer::get));
    pool.execute(() -> tried(() -> {
      BertTokenizer pieces = loaded();
      read(input.ofQuestion(pieces, input.question(pieces, "Warm up?"),
          new ReadablePassage("", List.of("A sentence."))));
    }));
  }

  private void tried(Runnable loading) {
    try {
      loading.run();
    } catch (ModelException e) {
      log.debug("The reader {} cannot be loaded", name, e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Reading> read(String question, List<ReadablePassage> passages) {
    BertTokenizer pieces = loaded();
    long[] asked = input.question(pieces, question);
    return pool.map(passages, passage -> read(input.ofQuestion(pieces, asked, passage)));
  }

  @Override
  public List<Reading> support(String claim, List<ReadablePassage> passages) {
    BertTokenizer pieces = loaded();
    return pool.map(passages, passage -> read(input.ofClaim(pieces, claim, passage)));
  }

  @Override
  public Optional<float[]> vector(String question, String encoder) {
    if (!searches(encoder) || !model.get().gives(VECTOR)) {
      return Optional.empty();
    }
    return input.ofSearch(tokenizer.get(), question).map(asked -> output(run(asked), VECTOR, DIMENSION));
  }

  /** Returns the tokenizer, once the model is loaded, too. */
  private BertTokenizer loaded() {
    model.get();
    return tokenizer.get();
  }

  private Map<String, float[]> run(ModelInput.Encoded encoded) {
    int tokens = encoded.ids().length;
    int sentences = encoded.firstTokens().length;
    long[] attention = new long[tokens];
    Arrays.fill(attention, 1);
    float[] map = new float[sentences * tokens];
    for (int s = 0; s < sentences; s++) {
      int from = encoded.firstTokens()[s];
      int to = encoded.lastTokens()[s];
      Arrays.fill(map, s * tokens + from, s * tokens + to, to > from ? 1f / (to - from) : 0);
    }
    return model.get().run(Map.of(
        "input_ids", new OnnxModel.Input.Longs(encoded.ids(), 1, tokens),
        "token_type_ids", new OnnxModel.Input.Longs(encoded.types(), 1, tokens),
        "attention_mask", new OnnxModel.Input.Longs(attention, 1, tokens),
        "sentence_map", new OnnxModel.Input.Floats(map, 1, sentences, tokens)));
  }

  private Reading read(ModelInput.Encoded encoded) {
    int sentences = encoded.firstTokens().length;
    Map<String, float[]> outputs = run(encoded);
    float[] scores = output(outputs, "sentences", sentences);
    List<Double> read = new ArrayList<>(sentences);
    for (int s = 0; s < sentences; s++) {
      boolean seen = encoded.lastTokens()[s] > encoded.firstTokens()[s];
      read.add(seen ? scores[s] : Double.NEGATIVE_INFINITY);
    }
    return new Reading(output(outputs, "passage", 1)[0], read);
  }

  private float[] output(Map<String, float[]> outputs, String output, int length) {
    float[] values = Objects.requireNonNullElse(outputs.get(output), new float[0]);
    if (values.length != length) {
      throw new ModelException("the reader " + name + " gave " + values.length + " numbers as " + output
          + " and not " + length + "; is it a model for this program?");
    }
    return values;
  }

  /** Waits for what is being read and frees the model; no other thread may be using it. */
  @Override
  public void close() {
    try (tokenizer; model) {
      pool.close();
    }
  }
}
