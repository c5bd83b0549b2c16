package org.readingroom.embedding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads texts with one or more models of the same word pieces. Safe for use by several threads. */
final class JointEncoder implements AutoCloseable {

  private final List<OnnxEncoder> encoders;

  private JointEncoder(List<OnnxEncoder> encoders) {
    this.encoders = encoders;
  }

  /** Loads the models side by side. */
  static JointEncoder load(List<BundledModel> models, @Nullable Path cacheFolder) {
    NativeLibraries.prepare(cacheFolder);
    List<CompletableFuture<OnnxEncoder>> loading = models.stream()
        .map(model -> CompletableFuture.supplyAsync(() -> OnnxEncoder.load(model, cacheFolder),
            OnnxEncoder.THREAD_PER_TASK))
        .toList();
    try {
      return new JointEncoder(loading.stream().map(CompletableFuture::join).toList());
    } catch (CompletionException e) {
      loading.forEach(encoder -> encoder.thenAccept(OnnxEncoder::close));
      throw e.getCause() instanceof EmbeddingException failure ? failure : e;
    }
  }

  /** Returns the first model's vector of a whole text, of length one. */
  float[] embed(String text) {
    return encoders.getFirst().embed(text);
  }

  /** Returns the first model's vector of a query. */
  float[] embedQuery(String query) {
    return embed(encoders.getFirst().model().queryPrefix() + query);
  }

  TokenEmbeddings encodeQuery(String query) {
    return joined(encoder -> encoder.encode(encoder.model().queryPrefix(), "", query));
  }

  TokenEmbeddings encodePassage(String header, String text) {
    return joined(encoder -> encoder.encode(encoder.model().passagePrefix(), header, text));
  }

  /** Tells whether a word is one piece, and no unknown one. */
  boolean isWord(String word) {
    return encoders.getFirst().isWord(word);
  }

  private TokenEmbeddings joined(Function<OnnxEncoder, TokenEmbeddings> reading) {
    List<TokenEmbeddings> read = new ArrayList<>();
    encoders.forEach(encoder -> read.add(reading.apply(encoder)));
    return TokenEmbeddings.joined(read);
  }

  @Override
  public void close() {
    encoders.forEach(OnnxEncoder::close);
  }
}
