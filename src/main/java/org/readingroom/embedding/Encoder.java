package org.readingroom.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.readingroom.onnx.ModelLocation;
import org.springframework.util.DigestUtils;

/**
 * Says where a sentence encoder is and how it wants to be used. Its first output has the vectors of the tokens.
 *
 * @param id the name that configuration and index use
 * @param dimension the number of components of a vector; 0 where only the model itself tells
 * @param maxTokens the most tokens a text may have, special ones among them; what follows is not read
 * @param queryPrefix what stands before a query, empty for most
 * @param passagePrefix what stands before a passage, empty for most
 */
record Encoder(String id, ModelLocation model, ModelLocation tokenizer, int dimension, int maxTokens,
    Pooling pooling,
    String queryPrefix, String passagePrefix) {

  /** Returns the encoder that settings name. */
  static Encoder of(EmbeddingSettings settings) {
    return BundledModel.withId(settings.model()).map(BundledModel::encoder).orElseGet(() -> ofFile(settings));
  }

  /** The name has all that the vectors depend on: an index is made anew for another file or another use of it. */
  private static Encoder ofFile(EmbeddingSettings settings) {
    Path file = Path.of(settings.model());
    if (!Files.isRegularFile(file) || !Files.isRegularFile(settings.tokenizerFile())) {
      throw new IllegalArgumentException("reading-room.embedding: model is " + BundledModel.ids()
          + " or the path of an ONNX file; there is no " + file + " with a tokenizer in "
          + settings.tokenizerFile());
    }
    String name = String.join(" ", String.valueOf(file.getFileName()), digest(file),
        digest(settings.tokenizerFile()), settings.pooling().name(),
        String.valueOf(settings.maxTokens()), settings.queryPrefix(), settings.passagePrefix()).strip();
    return new Encoder(name, new ModelLocation.File(file), new ModelLocation.File(settings.tokenizerFile()),
        0,
        settings.maxTokens(), settings.pooling(), settings.queryPrefix(), settings.passagePrefix());
  }

  private static String digest(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return DigestUtils.md5DigestAsHex(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
