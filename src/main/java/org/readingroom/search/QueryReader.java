package org.readingroom.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.readingroom.passage.Span;
import org.readingroom.text.TextAnalyzer;

/** Reads a question for what it names: documents, dates, people, its parts, and the kind of answer it wants. */
final class QueryReader {

  private static final Pattern DOCUMENT = Pattern
      .compile("\\b(?:documents?|docs?\\.?)\\s*(?:no\\.?|number|nº|#)?"
          + "\\s*(\\d{1,9}(?:(?:\\s*,\\s*(?:(?:and|or)\\s*)?"
          + "|\\s*(?:and|or|with|versus|vs\\.?|to|through|[&–-])\\s*)\\d{1,9})*)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RANGE = Pattern.compile("\\s*(?:to|through|[–-])\\s*",
      Pattern.CASE_INSENSITIVE);
  /** How many documents a range names at most. */
  private static final int MAX_RANGE = 100;
  /** The words around two dates, the first of which is left out, that make a stretch of them. */
  private static final Pattern STRETCH = Pattern
      .compile("\\b(?:between\\s+_\\s+and|from\\s+_\\s+(?:to|until|till|through))\\s+$",
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
    AnswerType wanted = AnswerType.of(asked);
    // What is compared may be named in both.
    int own = wanted == AnswerType.COURSE ? 0 : start;
    List<DateExpression> found = dated(DateExpressions.find(text), start);
    List<DateExpression> dates = withStretches(asked(found, own), text);
    Set<Integer> documents = documents(text, own, found);
    // Files and authors are seldom called by words of the collection: what is mended may be no name any more.
    documents.addAll(names.files(own == 0 ? written : question));
    if (documents.isEmpty()) {
      documents.addAll(documents(text, 0, found));
      documents.addAll(names.files(written));
    }
    return new Query(text, filters, focus, wanted, documents, analyzer.terms(text), dates,
        EARLIER, QuestionParts.of(text, focus, found),
        names.find(question, written, documents.isEmpty() ? filters.documents() : documents, dates));
  }

  /** Gives a date of what is asked, where it has no year, that of the date before it. */
  private static List<DateExpression> dated(List<DateExpression> found, int start) {
    List<DateExpression> dated = new ArrayList<>();
    for (DateExpression date : found) {
      boolean lacks = !date.yearKnown() && start > 0 && date.span().start() >= start;
      boolean follows = lacks && !dated.isEmpty() && dated.getLast().yearKnown();
      dated.add(follows ? date.in(dated.getLast().from().getYear()) : date);
    }
    return dated;
  }

  /** Returns the dates from a place on; all where none is there. */
  private static List<DateExpression> asked(List<DateExpression> dates, int from) {
    List<DateExpression> own = dates.stream().filter(date -> date.span().start() >= from).toList();
    return own.isEmpty() ? dates : own;
  }

  /** Adds the stretches between two dates: "between March and May 1951", "from 1950 to 1953". */
  private static List<DateExpression> withStretches(List<DateExpression> dates, String text) {
    List<DateExpression> all = new ArrayList<>(dates);
    for (int i = 1; i < dates.size(); i++) {
      DateExpression first = dates.get(i - 1);
      DateExpression last = dates.get(i);
      String around = text.substring(0, first.span().start()) + "_"
          + text.substring(first.span().end(), last.span().start());
      if (first.yearKnown() == last.yearKnown() && first.from().isBefore(last.to())
          && STRETCH.matcher(around).find()) {
        all.add(new DateExpression(new Span(first.span().start(), last.span().end()), first.from(), last.to(),
            first.yearKnown()));
      }
    }
    return all;
  }

  private static Set<Integer> documents(String text, int from, List<DateExpression> dates) {
    Set<Integer> numbers = new HashSet<>();
    Matcher matcher = DOCUMENT.matcher(text).region(from, text.length()).useTransparentBounds(true);
    while (matcher.find()) {
      String named = matcher.group(1);
      Matcher number = NUMBER.matcher(named);
      int end = 0;
      int before = Integer.MAX_VALUE;
      while (number.find()) {
        Span span = new Span(matcher.start(1) + number.start(), matcher.start(1) + number.end());
        boolean range = RANGE.matcher(named.substring(end, number.start())).matches();
        boolean dated = dates.stream().anyMatch(date -> date.span().overlaps(span));
        if (!dated || span.length() < DIGITS_OF_YEAR && !range) {
          int last = Integer.parseInt(number.group());
          if (range && before < last) {
            IntStream.range(before, Math.min(last, before + MAX_RANGE)).forEach(numbers::add);
          }
          numbers.add(last);
          before = last;
        }
        end = number.end();
      }
    }
    return numbers;
  }
}
