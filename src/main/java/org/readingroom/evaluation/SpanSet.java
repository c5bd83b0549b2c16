package org.readingroom.evaluation;

import java.nio.file.Path;
import java.util.List;
import org.readingroom.passage.Span;

/** Holds queries with texts and the spans that answer, as ACL-Verbatim has them. */
public record SpanSet(String name, List<SpanRow> rows) {

  static final String FILE = "rows.jsonl";

  public SpanSet {
    rows = List.copyOf(rows);
  }

  /**
   * Reads {@value #FILE}.
   *
   * @throws MalformedSetException naming the line, if one cannot be understood
   */
  public static SpanSet read(Path folder) {
    return new SpanSet(String.valueOf(folder.getFileName()), JsonLine.read(folder.resolve(FILE), SpanSet::row));
  }

  /** Reads a row; its text is named by its line, since several rows may be about the same one. */
  private static SpanRow row(JsonLine line) {
    SetText text = new SetText(String.valueOf(line.number()), line.textOr("title", ""), line.text("text"));
    return new SpanRow(line.text("query"), text, line.objects("spans", span -> span(span, text.text().length())));
  }

  private static Span span(JsonLine line, int length) {
    int start = line.integer("start");
    int end = line.integer("end");
    if (start < 0 || end <= start || end > length) {
      throw line.wrong("the text has no span from " + start + " to " + end + ".");
    }
    return new Span(start, end);
  }
}
