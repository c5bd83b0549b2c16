package org.readingroom.quotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.passage.Span;
import org.readingroom.quotation.QuotationFinder.FoldedDocument;

/**
 * Finds the stretch of a document that resembles quoted words most, by local alignment of their words (Smith
 * and Waterman, 1981), in which a rare word counts more than a common one.
 */
final class NearestFinder {

  /** The least similarity at which something counts as resembling. */
  private static final double LEAST = 0.4;
  /** The most words and marks that are compared with every word of the collection. */
  private static final int MOST = 1_200;

  private final List<FoldedDocument> documents;
  private final List<Tokens> tokens;
  private final List<int[]> words = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, Integer> documentsWith = new HashMap<>();

  NearestFinder(List<FoldedDocument> documents) {
    this.documents = documents;
    this.tokens = documents.stream().map(document -> Tokens.of(document.text(), 0, document.text().length()))
        .toList();
    for (Tokens text : tokens) {
      words.add(text.tokens().stream().mapToInt(token -> ids.computeIfAbsent(token.lower(), w -> ids.size()))
          .toArray());
      Set<String> distinct = new HashSet<>();
      text.tokens().forEach(token -> distinct.add(token.lower()));
      distinct.forEach(word -> documentsWith.merge(word, 1, Integer::sum));
    }
  }

  /**
   * Returns what comes nearest.
   *
   * @throws InvalidQuotationException if there are too many words to compare
   */
  Finding find(Quotation quotation) {
    Quotation.Stretch bare = quotation.bare();
    Tokens quote = Tokens.of(quotation.text(), bare.from(), bare.to());
    if (quote.size() > MOST) {
      throw new InvalidQuotationException(
          "The quotation stands nowhere word for word, and has " + quote.size()
              + " words and marks; what comes nearest is looked for with at most " + MOST + ".");
    }
    int[] asked = quote.tokens().stream().mapToInt(token -> ids.getOrDefault(token.lower(), -1)).toArray();
    int[] weights = quote.tokens().stream().mapToInt(this::weight).toArray();
    LocalAlignment best = LocalAlignment.NOTHING;
    int where = -1;
    for (int i = 0; i < words.size(); i++) {
      LocalAlignment found = LocalAlignment.of(asked, weights, words.get(i));
      if (found.score() > best.score()) {
        best = found;
        where = i;
      }
    }
    return where < 0 ? new Finding.None() : compare(quote, weights, where, best);
  }

  private Finding compare(Tokens quote, int[] weights, int where, LocalAlignment local) {
    Tokens text = tokens.get(where);
    int from = Math.max(0, local.start() - quote.size());
    int to = Math.min(text.size(), local.end() + quote.size());
    List<WordAlignment.Pair> pairs = new WordAlignment(quote, weights, text, from, to).pairs();
    int first = pairs.stream().mapToInt(WordAlignment.Pair::text).filter(i -> i >= 0).min().orElse(-1);
    int last = pairs.stream().mapToInt(WordAlignment.Pair::text).max().orElse(-1);
    if (first < 0) {
      return new Finding.None();
    }
    double agreeing = 0;
    double all = 0;
    for (WordAlignment.Pair pair : pairs) {
      int weight = pair.quote() >= 0 ? weights[pair.quote()] : weight(text.get(pair.text()));
      all += weight;
      agreeing += pair.quote() >= 0 && pair.text() >= 0
          && quote.get(pair.quote()).lower().equals(text.get(pair.text()).lower()) ? weight : 0;
    }
    double similarity = agreeing / all;
    if (similarity < LEAST) {
      return new Finding.None();
    }
    Span span = new Span(text.start(first), text.end(last));
    return new Finding.Nearest(new Occurrence(documents.get(where).document(), List.of(span)), similarity,
        new Differences(quote, text, span).of(pairs));
  }

  /** Returns how much a word counts: more if few documents have it; a mark counts least. */
  private int weight(Tokens.Token token) {
    if (!token.isWord()) {
      return 1;
    }
    int having = documentsWith.getOrDefault(token.lower(), 1);
    return 4 + (int) Math.round(2 * Math.log((double) documents.size() / having));
  }
}
