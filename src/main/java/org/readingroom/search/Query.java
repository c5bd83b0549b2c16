package org.readingroom.search;

import java.util.List;
import java.util.Set;
import org.readingroom.passage.Span;
import org.readingroom.text.Term;

/**
 * Is a question as it is searched: resolved, restricted, and understood as far as rules go.
 *
 * @param text the words, references to earlier turns resolved
 * @param filters what the asker restricts it to
 * @param focus the stretch of the words that asks; what lies outside says what it is about
 * @param wanted what kind of thing is asked for
 * @param documents numbers of the documents it names by number or file
 * @param terms its terms in order, with their places
 * @param dates the dates it names
 * @param context how much all terms outside the focus may count at most, those within it together being 1
 * @param parts the stretches that each ask for something of their own; empty where there is but one
 * @param named the documents and pages that it names otherwise
 */
public record Query(String text, Filters filters, Span focus, AnswerType wanted, Set<Integer> documents,
    List<Term> terms, List<DateExpression> dates, double context, List<Span> parts, Named named) {

  /** Beside a part the rest of the question counts as much: it is one sentence, and asks for both. */
  private static final double REST = 1;

  /** Makes a question that names no document but by number. */
  public Query(String text, Filters filters, Span focus, AnswerType wanted, Set<Integer> documents,
      List<Term> terms, List<DateExpression> dates, double context, List<Span> parts) {
    this(text, filters, focus, wanted, documents, terms, dates, context, parts, Named.NOTHING);
  }

  public Query {
    documents = Set.copyOf(documents);
    terms = List.copyOf(terms);
    dates = List.copyOf(dates);
    parts = List.copyOf(parts);
  }

  /** Returns the words that ask. */
  public String focused() {
    return focus.of(text);
  }

  /** Returns the words that stand for a name of the authority file, each once. */
  public List<String> names() {
    return terms.stream().filter(Term::isName).map(term -> text.substring(term.start(), term.end()))
        .distinct().toList();
  }

  /** Returns the same question with its attention on one part; a date in the part is then the only one. */
  Query on(Span part) {
    List<DateExpression> own = dates.stream().filter(date -> part.contains(date.span())).toList();
    return new Query(text, filters, part, AnswerType.of(part.of(text)), documents, terms,
        own.isEmpty() ? dates : own, REST, List.of(), named);
  }

  /** Tells whether a term lies in what asks. */
  boolean isFocused(Term term) {
    return focus.start() <= term.start() && term.end() <= focus.end();
  }
}
