package org.readingroom.search;

import java.util.List;
import java.util.Set;

/**
 * A question as it is searched: resolved, restricted, and read for what it names.
 *
 * @param text the words, references to earlier turns resolved
 * @param filters what the asker restricts it to
 * @param documents numbers of the documents it names
 * @param terms its terms in order, with their places
 * @param dates the dates it names
 */
public record Query(String text, Filters filters, Set<Integer> documents, List<Term> terms,
    List<DateExpression> dates) {

  public Query {
    documents = Set.copyOf(documents);
    terms = List.copyOf(terms);
    dates = List.copyOf(dates);
  }

  /** Returns the words that stand for a name of the authority file, each once. */
  public List<String> names() {
    return terms.stream().filter(Term::isName).map(term -> text.substring(term.start(), term.end()))
        .distinct().toList();
  }
}
