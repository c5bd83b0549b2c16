package org.readingroom.embedding;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Says which encoder makes the vectors by which passages are found.
 *
 * @param model the id of a {@link BundledModel}, or the path of an ONNX file of one's own
 * @param threads how many texts are embedded at the same time
 * @param tokenizer the path of the tokenizer of one's own model, in the form of Hugging Face; empty for the
 *        {@code tokenizer.json} beside it
 * @param pooling how one's own model makes a vector of those of the tokens
 * @param maxTokens the most tokens that it takes
 * @param queryPrefix what it wants before a query
 * @param passagePrefix what it wants before a passage
 */
@ConfigurationProperties("reading-room.embedding")
public record EmbeddingSettings(String model, int threads, String tokenizer, Pooling pooling,
    int maxTokens, String queryPrefix, String passagePrefix) {

  public EmbeddingSettings {
    if (model.isBlank() || threads < 1 || maxTokens < 8) {
      throw new IllegalArgumentException(
          "reading-room.embedding: model is a name or a path, threads at least 1 and max-tokens at least 8");
    }
  }

  /** Returns the settings where nothing has been put together yet. */
  public static EmbeddingSettings of(Environment environment) {
    return Binder.get(environment).bind("reading-room.embedding", EmbeddingSettings.class).get();
  }

  /** Tells whether the model comes with the program. */
  public boolean isBundled() {
    return BundledModel.withId(model).isPresent();
  }

  Path tokenizerFile() {
    return tokenizer.isBlank() ? Path.of(model).resolveSibling("tokenizer.json") : Path.of(tokenizer);
  }
}
