package org.readingroom.embedding;

/**
 * Holds the tokens of a text as the model reads them.
 *
 * @param ids the ids in the model's vocabulary, from [CLS] to [SEP]
 * @param starts where each token starts in the text, in UTF-16 code units; -1 for [CLS] and [SEP]
 * @param ends where each token ends
 * @param truncated whether the text was longer than the model can read
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record TokenizedText(long[] ids, int[] starts, int[] ends, boolean truncated) {

  int length() {
    return ids.length;
  }
}
