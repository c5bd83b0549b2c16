package org.readingroom.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import org.readingroom.passage.Span;

/**
 * Holds texts with queries, and in each the spans that answer its query, such as the gold of ACL-Verbatim (arXiv
 * 2605.21102).
 */
record VerbatimSet(String name, List<Row> rows) {

  /**
   * A text with a query.
   *
   * @param spans what answers; none where nothing does
   */
  record Row(String query, SetText text, List<Span> spans) {

    /** Counts the words that are quoted, that answer, and both. */
    Overlap overlap(List<Span> quoted) {
      int right = 0;
      int wrong = 0;
      int missed = 0;
      for (MatchResult word : Words.in(text.text()).toList()) {
        boolean isQuoted = holds(quoted, word);
        boolean answers = holds(spans, word);
        right += isQuoted && answers ? 1 : 0;
        wrong += isQuoted && !answers ? 1 : 0;
        missed += !isQuoted && answers ? 1 : 0;
      }
      return new Overlap(right, wrong, missed);
    }

    private static boolean holds(List<Span> spans, MatchResult word) {
      return spans.stream().anyMatch(span -> span.start() <= word.start() && word.end() <= span.end());
    }
  }

  /** How many words are quoted and answer, are quoted and don't, and answer and aren't quoted. */
  record Overlap(int right, int wrong, int missed) {}

  /**
   * Reads {@code rows.jsonl}, whose spans count code points.
   *
   * @throws MalformedSetException naming the line, if one cannot be understood
   */
  static VerbatimSet read(Path folder) {
    List<Row> rows = new ArrayList<>();
    JsonLine.read(folder.resolve("rows.jsonl"), line -> {
      SetText text = new SetText(String.valueOf(line.number()), line.textOr("title", ""), line.text("text"));
      return rows.add(new Row(line.text("query"), text, line.objects("spans", span -> span(span, text))));
    });
    return new VerbatimSet(String.valueOf(folder.getFileName()), List.copyOf(rows));
  }

  private static Span span(JsonLine line, SetText text) {
    int start = line.integer("start");
    int end = line.integer("end");
    String words = text.text();
    if (start < 0 || end < start || end > words.codePointCount(0, words.length())) {
      throw line.wrong("the text has no characters " + start + " to " + end + ".");
    }
    return new Span(words.offsetByCodePoints(0, start), words.offsetByCodePoints(0, end));
  }
}
