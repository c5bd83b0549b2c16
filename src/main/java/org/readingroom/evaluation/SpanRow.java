package org.readingroom.evaluation;

import java.util.List;
import java.util.regex.MatchResult;
import org.readingroom.passage.Span;

/**
 * A query with a text and the spans of it that answer; none where it does not.
 *
 * @param spans offsets into the text, in UTF-16 code units
 */
public record SpanRow(String query, SetText text, List<Span> spans) {

  public SpanRow {
    spans = List.copyOf(spans);
  }

  boolean answerable() {
    return !spans.isEmpty();
  }

  /** Counts the words of the text that are quoted and those that should be; one that is so in part is so. */
  Overlap overlap(List<Span> quoted) {
    int right = 0;
    int all = 0;
    int gold = 0;
    for (MatchResult match : Words.matches(text.text())) {
      Span word = new Span(match.start(), match.end());
      boolean isQuoted = quoted.stream().anyMatch(word::overlaps);
      boolean isGold = spans.stream().anyMatch(word::overlaps);
      right += isQuoted && isGold ? 1 : 0;
      all += isQuoted ? 1 : 0;
      gold += isGold ? 1 : 0;
    }
    return new Overlap(right, all, gold);
  }

  /**
   * Counts words of a text.
   *
   * @param right those quoted that should be
   * @param quoted those quoted
   * @param gold those that should be
   */
  record Overlap(int right, int quoted, int gold) {}
}
