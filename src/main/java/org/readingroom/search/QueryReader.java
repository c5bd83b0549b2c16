package org.readingroom.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.passage.Span;
import org.readingroom.text.TextAnalyzer;

/** Reads a question for what it names: documents, dates, people, its parts, and the kind of answer it wants. */
final class QueryReader {

  private static final Pattern DOCUMENT = Pattern
      .compile("\\b(?:documents?|docs?\\.?)\\s*(?:no\\.?|number|nº|#)?"
          + "\\s*(\\d{1,9}(?:(?:\\s*,\\s*(?:and\\s*)?|\\s*(?:and|&)\\s*)\\d{1,9})*)\\b",
          Pattern.CASE_INSENSITIVE);
  /** What was asked before has been answered: it says what the question is about, and no more. */
  private static final double EARLIER = 0.5;

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  /** The fewest digits of a year: "documents 1950" are those of that year. */
  private static final int DIGITS_OF_YEAR = 4;

  private final TextAnalyzer analyzer;
  private final UnaryOperator<String> spelling;
  private final DocumentNames names;

  /** Makes a reader that knows documents by number only. */
  QueryReader(TextAnalyzer analyzer, UnaryOperator<String> spelling) {
    this(analyzer, spelling, DocumentNames.NONE);
  }

  /**
   * Makes a reader.
   *
   * @param spelling mends the words of a text, each for itself
   * @param names what the documents are called
   */
  QueryReader(TextAnalyzer analyzer, UnaryOperator<String> spelling, DocumentNames names) {
    this.analyzer = analyzer;
    this.spelling = spelling;
    this.names = names;
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
    Set<Integer> documents = documents(text, dates);
    // Files and authors are seldom called by words of the collection: what is mended may be no name any more.
    documents.addAll(names.files(written));
    return new Query(text, filters, focus, AnswerType.of(asked), documents, analyzer.terms(text), dates,
        EARLIER, QuestionParts.of(text, focus, dates),
        names.find(question, written, documents.isEmpty() ? filters.documents() : documents, dates));
  }

  private static Set<Integer> documents(String text, List<DateExpression> dates) {
    Set<Integer> numbers = new HashSet<>();
    Matcher matcher = DOCUMENT.matcher(text);
    while (matcher.find()) {
      Matcher number = NUMBER.matcher(matcher.group(1));
      while (number.find()) {
        Span span = new Span(matcher.start(1) + number.start(), matcher.start(1) + number.end());
        if (span.length() < DIGITS_OF_YEAR || dates.stream().noneMatch(date -> date.span().overlaps(span))) {
          numbers.add(Integer.parseInt(number.group()));
        }
      }
    }
    return numbers;
  }
}
