package org.readingroom.embedding;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.readingroom.onnx.ModelLocation;

/**
 * Names the sentence embedding models that LangChain4j packs into jars, and how each wants to be used.
 *
 * <p>
 * All three are uncased English BERT encoders with int8 weights, 384 dimensions, at most 512 tokens and the same
 * word pieces.
 */
public enum BundledModel {

  /**
   * BAAI's bge-small-en-v1.5, the default. Its model card gives queries an instruction; on our questions
   * that gained nothing, so there is none.
   */
  BGE_SMALL_EN_V15_Q("bge-small-en-v1.5-q", Pooling.CLS, "", ""),

  /** The sentence-transformers' all-MiniLM-L6-v2: half the layers, twice the speed. */
  ALL_MINILM_L6_V2_Q("all-minilm-l6-v2-q", Pooling.MEAN, "", ""),

  /** Microsoft's e5-small-v2, trained with a prefix that tells queries from passages. */
  E5_SMALL_V2_Q("e5-small-v2-q", Pooling.MEAN, "query: ", "passage: ");

  private static final int DIMENSION = 384;
  private static final int MAX_TOKENS = 512;

  private final String id;
  private final Pooling pooling;
  private final String queryPrefix;
  private final String passagePrefix;

  BundledModel(String id, Pooling pooling, String queryPrefix, String passagePrefix) {
    this.id = id;
    this.pooling = pooling;
    this.queryPrefix = queryPrefix;
    this.passagePrefix = passagePrefix;
  }

  /** Returns the model with an id such as {@code bge-small-en-v1.5-q}, if there is one. */
  static Optional<BundledModel> withId(String id) {
    return Arrays.stream(values()).filter(model -> model.id.equals(id)).findFirst();
  }

  /** Returns the name that configuration and index use, such as {@code bge-small-en-v1.5-q}. */
  public String id() {
    return id;
  }

  /** Returns the names that configuration can use. */
  static String ids() {
    return Arrays.stream(values()).map(BundledModel::id).collect(Collectors.joining(", "));
  }

  /** Returns where it is and how it wants to be used. */
  Encoder encoder() {
    return new Encoder(id, new ModelLocation.Resource("/" + id + ".onnx"),
        new ModelLocation.Resource("/" + id + "-tokenizer.json"), DIMENSION, MAX_TOKENS, pooling, queryPrefix,
        passagePrefix);
  }
}
