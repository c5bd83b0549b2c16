package org.readingroom.quotation;

/**
 * Is the stretch of a text that fits some of the quoted words best.
 *
 * @param score how well, 0 if not at all
 * @param start the index of its first word
 * @param end the index after its last word
 */
record LocalAlignment(int score, int start, int end) {

  static final LocalAlignment NOTHING = new LocalAlignment(0, 0, 0);

  private static final int MISMATCH = 4;
  private static final int GAP = 3;

  /**
   * Aligns words, given as numbers that are equal where the words are.
   *
   * @param weights how much each quoted word counts
   */
  static LocalAlignment of(int[] quote, int[] weights, int[] text) {
    int[] above = new int[quote.length + 1];
    int[] aboveStart = new int[quote.length + 1];
    int[] row = new int[quote.length + 1];
    int[] rowStart = new int[quote.length + 1];
    int best = 0;
    int bestStart = 0;
    int bestEnd = 0;
    for (int t = 0; t < text.length; t++) {
      int word = text[t];
      rowStart[0] = t + 1;
      for (int q = 1; q <= quote.length; q++) {
        int score = above[q - 1] + (quote[q - 1] == word ? weights[q - 1] : -MISMATCH);
        int start = above[q - 1] == 0 ? t : aboveStart[q - 1];
        if (above[q] - GAP > score) {
          score = above[q] - GAP;
          start = aboveStart[q];
        }
        if (row[q - 1] - GAP > score) {
          score = row[q - 1] - GAP;
          start = rowStart[q - 1];
        }
        row[q] = Math.max(0, score);
        rowStart[q] = start;
        if (score > best) {
          best = score;
          bestStart = start;
          bestEnd = t + 1;
        }
      }
      int[] swap = above;
      above = row;
      row = swap;
      swap = aboveStart;
      aboveStart = rowStart;
      rowStart = swap;
    }
    return new LocalAlignment(best, bestStart, bestEnd);
  }
}
