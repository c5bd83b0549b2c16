package org.readingroom.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a question for what it names: documents, dates, people, and the kind of answer it wants. */
final class QueryReader {

  private static final Pattern DOCUMENT = Pattern
      .compile(
          "\\b(?:documents?|docs?\\.?)\\s*(?:no\\.?|number|nº|#)?\\s*(\\d{1,3}(?:(?:\\s*,\\s*(?:and\\s*)?|\\s*(?:and|&)\\s*)\\d{1,3})*)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final TextAnalyzer analyzer;

  QueryReader(TextAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  Query read(String text, Filters filters) {
    List<DateExpression> dates = DateExpressions.find(text);
    return new Query(text, filters, AnswerType.of(text), documents(text), analyzer.terms(text), dates);
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
