package org.readingroom.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.SourceLine;

/**
 * Checks quotations against the source file itself, without trusting the parser's text.
 */
final class SourceText {

  private final List<String> lines;
  private final Collection collection;
  private final Map<Integer, String> stripped = new ConcurrentHashMap<>();

  SourceText(Collection collection, List<String> lines) {
    this.collection = collection;
    this.lines = List.copyOf(lines);
  }

  static SourceText read(Collection collection, Path source) {
    return new SourceText(collection, JsonLine.lines(source));
  }

  /**
   * Tells whether a quotation is verbatim: it equals the document's text at its offsets, and, white space
   * aside, stands in the lines of the source file that are the document's.
   */
  boolean holds(Quotation quotation) {
    return collection.document(quotation.document())
        .map(document -> equalsAtOffsets(document, quotation) && standsInSource(document, quotation.text()))
        .orElse(false);
  }

  private static boolean equalsAtOffsets(Document document, Quotation quotation) {
    String text = document.text();
    return quotation.start() >= 0 && quotation.start() < quotation.end() && quotation.end() <= text.length()
        && text.substring(quotation.start(), quotation.end()).equals(quotation.text());
  }

  private boolean standsInSource(Document document, String quotation) {
    String words = withoutWhiteSpace(quotation);
    return !words.isEmpty() && source(document).contains(words);
  }

  private String source(Document document) {
    return stripped.computeIfAbsent(document.number(), number -> {
      StringBuilder text = new StringBuilder();
      for (SourceLine line : document.lines()) {
        if (line.number() <= lines.size()) {
          text.append(withoutWhiteSpace(lines.get(line.number() - 1)));
        }
      }
      return text.toString();
    });
  }

  static String withoutWhiteSpace(String text) {
    StringBuilder stripped = new StringBuilder(text.length());
    text.codePoints().filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(stripped::appendCodePoint);
    return stripped.toString();
  }
}
