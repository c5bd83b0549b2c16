package org.readingroom.quotation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Aligns all of the quoted words with the part of a text that they fit best (Needleman and Wunsch, 1970). */
final class WordAlignment {

  private static final int DIFFERENT = -4;
  private static final int ALIKE = 1;
  private static final int GAP = -3;
  private static final byte BOTH = 0;
  private static final byte QUOTE = 1;
  private static final byte TEXT = 2;

  private final Tokens quote;
  private final int[] weights;
  private final Tokens text;
  private final int from;
  private final int width;

  /**
   * Ties a quoted word to a word of the text.
   *
   * @param quote the index of the quoted word; -1 if the text's has no counterpart
   * @param text the index of the text's word; -1 if the quoted one has no counterpart
   */
  record Pair(int quote, int text) {}

  WordAlignment(Tokens quote, int[] weights, Tokens text, int from, int to) {
    this.quote = quote;
    this.weights = weights;
    this.text = text;
    this.from = from;
    this.width = to - from;
  }

  /** Returns the pairs in order; words of the text before the first and after the last are left out. */
  List<Pair> pairs() {
    byte[][] steps = new byte[quote.size() + 1][width + 1];
    int[] above = new int[width + 1];
    int[] row = new int[width + 1];
    for (int q = 1; q <= quote.size(); q++) {
      row[0] = q * GAP;
      steps[q][0] = QUOTE;
      for (int t = 1; t <= width; t++) {
        int both = above[t - 1] + fit(q - 1, from + t - 1);
        int quoteOnly = above[t] + GAP;
        int textOnly = row[t - 1] + GAP;
        row[t] = Math.max(both, Math.max(quoteOnly, textOnly));
        steps[q][t] = row[t] == both ? BOTH : row[t] == quoteOnly ? QUOTE : TEXT;
      }
      int[] swap = above;
      above = row;
      row = swap;
    }
    int end = 0;
    for (int t = 1; t <= width; t++) {
      end = above[t] > above[end] ? t : end;
    }
    return back(steps, end);
  }

  private List<Pair> back(byte[][] steps, int end) {
    List<Pair> pairs = new ArrayList<>();
    int t = end;
    for (int q = quote.size(); q > 0;) {
      byte step = steps[q][t];
      pairs.add(new Pair(step == TEXT ? -1 : q - 1, step == QUOTE ? -1 : from + t - 1));
      q -= step == TEXT ? 0 : 1;
      t -= step == QUOTE ? 0 : 1;
    }
    Collections.reverse(pairs);
    return pairs;
  }

  private int fit(int quoted, int written) {
    Tokens.Token mine = quote.get(quoted);
    Tokens.Token theirs = text.get(written);
    if (mine.written().equals(theirs.written())) {
      return weights[quoted] + 1;
    }
    if (mine.written().equalsIgnoreCase(theirs.written())) {
      return weights[quoted];
    }
    return areAlike(mine.lower(), theirs.lower()) ? ALIKE : DIFFERENT;
  }

  /** Tells whether two words begin or end alike for more than half of the longer one. */
  private static boolean areAlike(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int prefix = 0;
    while (prefix < most && one.charAt(prefix) == other.charAt(prefix)) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < most - prefix
        && one.charAt(one.length() - 1 - suffix) == other.charAt(other.length() - 1 - suffix)) {
      suffix++;
    }
    return 2 * (prefix + suffix) > Math.max(one.length(), other.length());
  }
}
