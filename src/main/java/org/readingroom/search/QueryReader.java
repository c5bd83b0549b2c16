package org.readingroom.search;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a question for what it names: documents, dates and people. */
final class QueryReader {

  private static final Pattern DOCUMENT = Pattern
      .compile("\\b(?:documents?|docs?\\.?)\\s*(?:no\\.?|number|nº|#)?"
          + "\\s*(\\d{1,3}(?:(?:\\s*,\\s*(?:and\\s*)?|\\s*(?:and|&)\\s*)\\d{1,3})*)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final TextAnalyzer analyzer;
  private final UnaryOperator<String> spelling;

  /**
   * Makes a reader.
   *
   * @param spelling mends the words of a text, each for itself
   */
  QueryReader(TextAnalyzer analyzer, UnaryOperator<String> spelling) {
    this.analyzer = analyzer;
    this.spelling = spelling;
  }

  /** Reads a question, references to earlier turns resolved. */
  Query read(String written, Filters filters) {
    String text = spelling.apply(written);
    return new Query(text, filters, documents(text), analyzer.terms(text), DateExpressions.find(text));
  }

  private static Set<Integer> documents(String text) {
    Set<Integer> numbers = new HashSet<>();
    Matcher matcher = DOCUMENT.matcher(text);
    while (matcher.find()) {
      Matcher number = NUMBER.matcher(matcher.group(1));
      while (number.find()) {
        numbers.add(Integer.parseInt(number.group()));
      }
    }
    return numbers;
  }
}
