package org.readingroom.quotation;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.passage.Span;
import org.readingroom.quotation.WordAlignment.Pair;

/** Reads off an alignment where a quotation and a text part. */
final class Differences {

  private final Tokens quote;
  private final Tokens text;
  private final Span span;

  Differences(Tokens quote, Tokens text, Span span) {
    this.quote = quote;
    this.text = text;
    this.span = span;
  }

  /** Returns the differences in order; where the words agree but not how they are set, all of it is one. */
  List<Difference> of(List<Pair> pairs) {
    List<Difference> differences = new ArrayList<>();
    int quoteEnd = quote.start(0);
    int textEnd = span.start();
    int i = 0;
    while (i < pairs.size()) {
      int next = i;
      while (next < pairs.size() && !agree(pairs.get(next))) {
        next++;
      }
      if (next > i) {
        List<Pair> group = pairs.subList(i, next);
        if (!isTypography(group)) {
          differences.add(difference(group, quoteEnd, textEnd));
        }
      } else {
        next++;
      }
      for (Pair pair : pairs.subList(i, next)) {
        quoteEnd = pair.quote() >= 0 ? quote.end(pair.quote()) : quoteEnd;
        textEnd = pair.text() >= 0 ? text.end(pair.text()) : textEnd;
      }
      i = next;
    }
    return differences.isEmpty()
        ? List.of(new Difference(quote.start(0), quoteEnd, span.start(), span.end()))
        : differences;
  }

  private boolean agree(Pair pair) {
    return pair.quote() >= 0 && pair.text() >= 0
        && quote.get(pair.quote()).written().equals(text.get(pair.text()).written());
  }

  private Difference difference(List<Pair> group, int quoteAt, int textAt) {
    List<Integer> quoted = group.stream().map(Pair::quote).filter(q -> q >= 0).toList();
    List<Integer> written = group.stream().map(Pair::text).filter(t -> t >= 0).toList();
    return new Difference(quoted.isEmpty() ? quoteAt : quote.start(quoted.getFirst()),
        quoted.isEmpty() ? quoteAt : quote.end(quoted.getLast()),
        written.isEmpty() ? textAt : text.start(written.getFirst()),
        written.isEmpty() ? textAt : text.end(written.getLast()));
  }

  /** Tells whether words that were taken for different ones are the same, broken or joined otherwise. */
  private boolean isTypography(List<Pair> group) {
    List<Tokens.Token> quoted = group.stream().filter(p -> p.quote() >= 0).map(p -> quote.get(p.quote()))
        .toList();
    List<Tokens.Token> written = group.stream().filter(p -> p.text() >= 0).map(p -> text.get(p.text()))
        .toList();
    if (quoted.isEmpty() || written.isEmpty()) {
      return false;
    }
    int from = quoted.getFirst().from();
    int to = quoted.getLast().to();
    int there = written.getFirst().from();
    return quote.text().key().substring(from, to)
        .equals(text.text().key().substring(there, written.getLast().to()))
        && from < to && quote.text().isSetAs(from, to, text.text(), there);
  }
}
