package org.readingroom.search;

import java.util.List;
import java.util.Set;

/**
 * Is a question as it is searched: resolved, restricted, and understood as far as rules go.
 *
 * @param text the words, references to earlier turns resolved
 * @param filters what the asker restricts it to
 * @param wanted what kind of thing is asked for
 * @param documents numbers of the documents it names
 * @param terms its terms in order, with their places
 * @param dates the dates it names
 */
public record Query(String text, Filters filters, AnswerType wanted, Set<Integer> documents, List<Term> terms,
    List<DateExpression> dates) {

  public Query {
    documents = Set.copyOf(documents);
    terms = List.copyOf(terms);
    dates = List.copyOf(dates);
  }
}
