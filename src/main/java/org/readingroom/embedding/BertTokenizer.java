package org.readingroom.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into a model's word pieces with Hugging Face's tokenizer. Safe for use by several threads.
 */
public final class BertTokenizer implements AutoCloseable {

  private final HuggingFaceTokenizer tokenizer;

  private BertTokenizer(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** Loads a model's tokenizer; limits are set here because MiniLM's own file cuts and pads at 128 tokens. */
  static BertTokenizer load(BundledModel model) throws IOException {
    return load(model.tokenizerResource(), model.maxTokens());
  }

  /**
   * Loads a tokenizer.
   *
   * @param resource the resource that holds it
   * @param maxTokens the most tokens of a text, special ones included
   */
  static BertTokenizer load(String resource, int maxTokens) throws IOException {
    String maximum = Integer.toString(maxTokens);
    Map<String, String> options = Map.of("padding", "false", "truncation", "true", "maxLength", maximum,
        "modelMaxLength", maximum);
    try (InputStream json = ModelFiles.open(resource)) {
      return new BertTokenizer(HuggingFaceTokenizer.newInstance(json, options));
    }
  }

  /** Returns the ids of a text's word pieces, without special tokens; what is over the maximum is cut off. */
  public long[] pieces(String text) {
    return tokenizer.encode(withoutLoneSurrogates(text), false, false).getIds();
  }

  TokenizedText tokenize(String text) {
    String wellFormed = withoutLoneSurrogates(text);
    Encoding encoding = tokenizer.encode(wellFormed, true, false);
    @Nullable
    CharSpan[] spans = encoding.getCharTokenSpans();
    int[] starts = new int[spans.length];
    int[] ends = new int[spans.length];
    CodePointOffsets offsets = new CodePointOffsets(wellFormed);
    for (int i = 0; i < spans.length; i++) {
      CharSpan span = spans[i];
      starts[i] = span == null ? -1 : offsets.toUtf16(span.getStart());
      ends[i] = span == null ? -1 : offsets.toUtf16(span.getEnd());
    }
    return new TokenizedText(encoding.getIds(), starts, ends, encoding.exceedMaxLength());
  }

  /** The native side reads half of a surrogate pair as three characters, which would shift all offsets. */
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

  /** Turns the tokenizer's offsets, which count code points, into UTF-16 offsets, walking forward. */
  private static final class CodePointOffsets {

    private final String text;
    private int codePoints;
    private int utf16;

    CodePointOffsets(String text) {
      this.text = text;
    }

    int toUtf16(int offset) {
      utf16 = text.offsetByCodePoints(utf16, offset - codePoints);
      codePoints = offset;
      return utf16;
    }
  }
}
