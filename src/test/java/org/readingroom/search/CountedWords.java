package org.readingroom.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.collection.Authority;
import org.readingroom.passage.Passage;
import org.readingroom.reading.PassageReader;
import org.readingroom.text.TextAnalyzer;

/** Makes the scorer that the index makes, from the passages alone: it needs their words but no vectors. */
public final class CountedWords {

  private CountedWords() {}

  /** Returns a scorer that knows how rare words are in passages, by the index's own formula. */
  public static SupportScorer scorer(Authority authority, List<Passage> passages, PassageReader reader) {
    TextAnalyzer analyzer = new TextAnalyzer(authority);
    Map<String, Integer> counts = new HashMap<>();
    for (Passage passage : passages) {
      Set<String> terms = new HashSet<>();
      analyzer.terms(passage.header() + passage.text()).forEach(term -> terms.add(term.text()));
      terms.forEach(term -> counts.merge(term, 1, Integer::sum));
    }
    double rarest = idf(passages.size(), 0);
    return new SupportScorer(analyzer,
        term -> Math.max(0, idf(passages.size(), counts.getOrDefault(term, 0))) / rarest, reader);
  }

  /** Returns a scorer that knows names but not how rare words are, for where there is no index. */
  public static SupportScorer scorer(Authority authority) {
    TextAnalyzer analyzer = new TextAnalyzer(authority);
    return new SupportScorer(analyzer, CountedWords::byLength,
        new SharedWords(analyzer, CountedWords::byLength));
  }

  private static double byLength(String term) {
    return term.length() > 3 ? 1 : 0.1;
  }

  private static double idf(int passages, int count) {
    return Math.log(1 + (passages - count + 0.5) / (count + 0.5));
  }
}
