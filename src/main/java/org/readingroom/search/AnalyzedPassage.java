package org.readingroom.search;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;
import org.readingroom.passage.WholeWords;
import org.readingroom.text.Term;
import org.readingroom.text.TextAnalyzer;

/**
 * Holds the terms and dates of a passage, sentence by sentence.
 *
 * @param terms for each sentence of the passage its terms, with places in the document's text
 * @param header the terms of the passage's header
 * @param dates for each sentence the dates it names, with places in the sentence
 */
record AnalyzedPassage(List<List<Term>> terms, List<Term> header, List<List<DateExpression>> dates) {

  static AnalyzedPassage of(Passage passage, TextAnalyzer analyzer) {
    List<List<Term>> terms = new ArrayList<>();
    passage.sentences().forEach(sentence -> terms.add(new ArrayList<>()));
    WholeWords whole = passage.wholeWords();
    int current = 0;
    for (Term term : analyzer.terms(whole.text())) {
      Term placed = new Term(term.text(), whole.place(term.start()), whole.place(term.end() - 1) + 1);
      while (current < terms.size() - 1 && passage.sentences().get(current).span().end() <= placed.start()) {
        current++;
      }
      Span sentence = passage.sentences().get(current).span();
      // The name before the words of a boundary may start a little earlier than the sentence it ends in.
      int owner = placed.start() < sentence.start() && current > 0 ? current - 1 : current;
      terms.get(owner).add(placed);
    }
    String text = passage.document().text();
    List<List<DateExpression>> dates = passage.sentences().stream()
        .map(sentence -> DateExpressions.find(sentence.span().of(text))).toList();
    return new AnalyzedPassage(terms, analyzer.terms(passage.header()), dates);
  }
}
