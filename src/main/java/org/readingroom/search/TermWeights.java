package org.readingroom.search;

import org.readingroom.text.Term;

/** Weighs the terms of a question: the rarer the more, and less where they only say what it is about. */
final class TermWeights {

  /** How much a term counts at most that does not ask. */
  private static final double CONTEXT = 0.35;

  private final Query query;
  private final IndexSnapshot index;
  private final double context;

  TermWeights(Query query, IndexSnapshot index) {
    this.query = query;
    this.index = index;
    double asking = 0;
    double about = 0;
    for (Term term : query.terms()) {
      if (!HybridRetriever.isPartOfName(query, term)) {
        double weight = index.idf(term.text());
        asking += query.isFocused(term) ? weight : 0;
        about += query.isFocused(term) ? 0 : weight;
      }
    }
    boolean tooMuch = asking > 0 && about * CONTEXT > query.context() * asking;
    this.context = tooMuch ? query.context() * asking / about : CONTEXT;
  }

  /** Returns what a term of the question counts. */
  double of(Term term) {
    return index.idf(term.text()) * (query.isFocused(term) ? 1 : context);
  }
}
