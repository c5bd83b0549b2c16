package org.readingroom.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into a model's word pieces with Hugging Face's tokenizer. Safe for use by several threads.
 */
public final class BertTokenizer implements AutoCloseable {

  /** How many characters are counted at once: a character makes three pieces at most. */
  private static final int STRETCH = 160;

  private final HuggingFaceTokenizer tokenizer;

  private BertTokenizer(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * Loads a tokenizer; limits are set here because MiniLM's own file cuts and pads at 128 tokens.
   *
   * @param name names its model in messages
   * @param location where it is
   * @param maxTokens the most tokens of a text, special ones included
   * @param cacheFolder where native libraries are unpacked once; null to unpack nothing there
   * @throws ModelException if it cannot be loaded
   */
  public static BertTokenizer load(String name, ModelLocation location, int maxTokens,
      @Nullable Path cacheFolder) {
    NativeLibraries.prepare(cacheFolder);
    String maximum = Integer.toString(maxTokens);
    Map<String, String> options = Map.of("padding", "false", "truncation", "true", "maxLength", maximum,
        "modelMaxLength", maximum);
    try (InputStream json = switch (location) {
      case ModelLocation.Resource resource -> ModelFiles.open(resource.name());
      case ModelLocation.File file -> Files.newInputStream(file.path());
    }) {
      return new BertTokenizer(HuggingFaceTokenizer.newInstance(json, options));
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new ModelException("the tokenizer of " + name + " cannot be loaded", e);
    }
  }

  /** Returns the ids of a text from [CLS] to [SEP]; what is over the maximum is cut off. */
  public long[] tokenize(String text) {
    return tokenizer.encode(withoutLoneSurrogates(text), true, false).getIds();
  }

  /** Returns the ids of a text's word pieces, without special tokens; what is over the maximum is cut off. */
  public long[] pieces(String text) {
    return tokenizer.encode(withoutLoneSurrogates(text), false, false).getIds();
  }

  /** Returns how many word pieces a text has, however long it is, without special tokens. */
  public int count(String text) {
    int count = 0;
    for (int from = 0; from < text.length();) {
      int to = stretchEnd(text, from);
      count += pieces(text.substring(from, to)).length;
      from = to;
    }
    return count;
  }

  /** Returns where a stretch that is short enough not to be cut off ends, at white space where there is some. */
  private static int stretchEnd(String text, int from) {
    int most = Math.min(text.length(), from + STRETCH);
    for (int end = most; most < text.length() && end > from; end--) {
      if (Character.isWhitespace(text.charAt(end))) {
        return end;
      }
    }
    return most;
  }

  /** The native side refuses half of a surrogate pair or reads it as three characters. */
  private static String withoutLoneSurrogates(String text) {
    StringBuilder replaced = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c) && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      if (replaced == null) {
        replaced = new StringBuilder(text);
      }
      replaced.setCharAt(i, '\uFFFD');
    }
    return replaced == null ? text : replaced.toString();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
