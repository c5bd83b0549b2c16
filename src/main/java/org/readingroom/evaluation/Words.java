package org.readingroom.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Counts words: runs of letters and digits, in lower case. */
final class Words {

  /** The share of a gold span's words that must be quoted for it to count as found. */
  static final double ENOUGH = 0.6;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private Words() {}

  static List<String> of(String text) {
    return in(text.toLowerCase(Locale.ROOT)).map(MatchResult::group).toList();
  }

  /** Returns the words with their places. */
  static Stream<MatchResult> in(String text) {
    return WORD.matcher(text).results();
  }

  /**
   * Returns the share of a span's words that are inside texts, each word counted as often as it stands
   * there: a span with two "the" is not covered by one.
   */
  static double share(String span, List<String> texts) {
    Map<String, Integer> there = new HashMap<>();
    texts.forEach(text -> of(text).forEach(word -> there.merge(word, 1, Integer::sum)));
    List<String> wanted = of(span);
    int inside = 0;
    for (String word : wanted) {
      int left = there.getOrDefault(word, 0);
      if (left > 0) {
        there.put(word, left - 1);
        inside++;
      }
    }
    return wanted.isEmpty() ? 0 : (double) inside / wanted.size();
  }

  static boolean enough(String span, List<String> texts) {
    // A whole number of words decides, so that 3 of 5 is enough whatever 0.6 is in binary.
    return Math.round(share(span, texts) * 1e9) >= Math.round(ENOUGH * 1e9);
  }
}
