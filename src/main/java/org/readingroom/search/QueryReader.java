package org.readingroom.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.passage.Span;

/** Reads a question for what it names: documents, dates, people, its parts, and the kind of answer it wants. */
final class QueryReader {

  private static final Pattern DOCUMENT = Pattern
      .compile("\\b(?:documents?|docs?\\.?)\\s*(?:no\\.?|number|nº|#)?"
          + "\\s*(\\d{1,3}(?:(?:\\s*,\\s*(?:and\\s*)?|\\s*(?:and|&)\\s*)\\d{1,3})*)\\b",
          Pattern.CASE_INSENSITIVE);
  /** What was asked before has been answered: it says what the question is about, and no more. */
  private static final double EARLIER = 0.5;

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

  /**
   * Reads a question.
   *
   * @param written the question as it is searched
   * @param question the question as it was asked, with which it ends; what comes before is context
   */
  Query read(String written, String question, Filters filters) {
    String text = spelling.apply(written);
    String asked = question.equals(written) ? text : spelling.apply(question);
    int start = text.endsWith(asked) && !asked.isEmpty() ? text.length() - asked.length() : 0;
    Span focus = new Span(start, Math.max(start + 1, text.length()));
    List<DateExpression> dates = DateExpressions.find(text);
    return new Query(text, filters, focus, AnswerType.of(asked), documents(text), analyzer.terms(text), dates,
        EARLIER, QuestionParts.of(text, focus, dates));
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
