package org.readingroom.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.readingroom.onnx.BertTokenizer;

/**
 * Lays question, header and sentences out as the reader was trained to see them: {@code [CLS] question [SEP] header
 * [unused1] sentences [SEP]}, each part cut at its own limit; of a question that is too long the end is kept, where most
 * ask, and follow-ups stand behind what they lean on. A claim stands in the question's place, behind
 * {@code [unused2]}; a question that searches stands alone behind {@code [unused3]}.
 */
final class ModelInput {

  /** The most tokens that are read at once, special ones included. */
  static final int MAX_TOKENS = 320;

  private static final int MAX_QUESTION = 64;
  private static final int MAX_CLAIM = 128;
  private static final int MAX_HEADER = 24;
  private static final long CLS = 101;
  private static final long SEP = 102;
  /** Ends the header; a word piece that no text has. */
  private static final long HEADER_END = 1;
  /** Stands before a claim; a word piece that no text has. */
  private static final long CLAIM = 2;
  /** Stands before a question that searches; a word piece that no text has. */
  private static final long SEARCH = 3;
  private static final long UNKNOWN = 100;
  private static final long LAST_SPECIAL = 103;

  /**
   * Token ids with the place of each sentence.
   *
   * @param types 0 for the question, 1 for the passage
   * @param firstTokens the place of each sentence's first token
   * @param lastTokens the place behind each sentence's last token; the first token's where none was read
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
  record Encoded(long[] ids, long[] types, int[] firstTokens, int[] lastTokens) {}

  /** Returns the pieces of a question that are read. */
  long[] question(BertTokenizer tokenizer, String question) {
    long[] pieces = tokenizer.pieces(question);
    if (pieces.length > MAX_QUESTION) {
      // No more characters than the tokenizer takes pieces, so that it leaves the end whole.
      long[] end = tokenizer.pieces(question.substring(Math.max(0, question.length() - MAX_TOKENS + 2)));
      pieces = Arrays.copyOfRange(end, Math.max(0, end.length - MAX_QUESTION), end.length);
    }
    return first(pieces, MAX_QUESTION);
  }

  /**
   * Lays a question out with a passage.
   *
   * @param asked the pieces of the question
   */
  Encoded ofQuestion(BertTokenizer tokenizer, long[] asked, ReadablePassage passage) {
    return of(tokenizer, asked, passage);
  }

  Encoded ofClaim(BertTokenizer tokenizer, String claim, ReadablePassage passage) {
    LongStream pieces = LongStream.of(first(tokenizer.pieces(claim), MAX_CLAIM));
    return of(tokenizer, LongStream.concat(LongStream.of(CLAIM), pieces).toArray(), passage);
  }

  /** Lays out a question alone, with one sentence that is not read; none where it is too long to be read whole. */
  Optional<Encoded> ofSearch(BertTokenizer tokenizer, String question) {
    long[] pieces = tokenizer.pieces(question);
    if (pieces.length > MAX_QUESTION) {
      return Optional.empty();
    }
    long[] asked = LongStream.concat(LongStream.of(CLS, SEARCH), LongStream.of(first(pieces, MAX_QUESTION)))
        .toArray();
    long[] ids = LongStream.concat(LongStream.of(asked), LongStream.of(SEP)).toArray();
    return Optional.of(new Encoded(ids, new long[ids.length], new int[1], new int[1]));
  }

  private static Encoded of(BertTokenizer tokenizer, long[] asked, ReadablePassage passage) {
    long[] header = first(tokenizer.pieces(passage.header()), MAX_HEADER);
    List<long[]> sentences = passage.sentences().stream().map(tokenizer::pieces).toList();
    long[] ids = new long[MAX_TOKENS];
    int length = 0;
    ids[length++] = CLS;
    length = append(ids, length, asked);
    ids[length++] = SEP;
    int questionEnd = length;
    length = append(ids, length, header);
    ids[length++] = HEADER_END;
    int[] from = new int[sentences.size()];
    int[] to = new int[sentences.size()];
    for (int s = 0; s < from.length; s++) {
      from[s] = length;
      length = append(ids, length, first(sentences.get(s), MAX_TOKENS - 1 - length));
      to[s] = length;
    }
    ids[length++] = SEP;
    int end = length;
    long[] types = IntStream.range(0, end).mapToLong(i -> i < questionEnd ? 0 : 1).toArray();
    return new Encoded(Arrays.copyOf(ids, end), types, from, to);
  }

  /** Text that spells a special token is not one: it must not look like the end of its part. */
  private static long[] first(long[] pieces, int most) {
    return LongStream.of(pieces).limit(most)
        .map(piece -> piece >= UNKNOWN && piece <= LAST_SPECIAL || piece <= SEARCH ? UNKNOWN : piece)
        .toArray();
  }

  private static int append(long[] ids, int length, long[] more) {
    System.arraycopy(more, 0, ids, length, more.length);
    return length + more.length;
  }
}
