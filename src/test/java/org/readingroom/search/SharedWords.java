package org.readingroom.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.ReadablePassage;
import org.readingroom.reading.Reading;
import org.readingroom.text.TextAnalyzer;

/** Takes a claim for supported where a third of its words are there, for tests of what is around the reader. */
final class SharedWords implements PassageReader {

  private static final double LEAST = 0.35;
  private static final double SPREAD = 12;

  private final TextAnalyzer analyzer;
  private final ToDoubleFunction<String> rarity;

  SharedWords(TextAnalyzer analyzer, ToDoubleFunction<String> rarity) {
    this.analyzer = analyzer;
    this.rarity = rarity;
  }

  @Override
  public String name() {
    return "shared words";
  }

  @Override
  public List<Reading> read(String question, List<ReadablePassage> passages) {
    return support(question, passages);
  }

  @Override
  public List<Reading> support(String claim, List<ReadablePassage> passages) {
    return passages.stream().map(passage -> new Reading(0, passage.sentences().stream()
        .map(sentence -> score(claim, passage.header() + " ; " + sentence)).toList())).toList();
  }

  private double score(String claim, String text) {
    Set<String> words = terms(text);
    Set<String> claimed = terms(claim);
    double all = claimed.stream().mapToDouble(rarity).sum();
    double there = claimed.stream().filter(words::contains).mapToDouble(rarity).sum();
    return SPREAD * (all == 0 ? -LEAST : there / all - LEAST);
  }

  private Set<String> terms(String text) {
    Set<String> terms = new HashSet<>();
    analyzer.terms(text).forEach(term -> terms.add(term.text()));
    return terms;
  }
}
