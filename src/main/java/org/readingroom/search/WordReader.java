package org.readingroom.search;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.ReadablePassage;
import org.readingroom.reading.Reading;
import org.readingroom.text.Term;

/**
 * Reads without a model: a text answers the better the more of the question's words and names it has, each weighed by
 * how rare it is: in the index as it is now, or as it is told.
 */
final class WordReader implements PassageReader {

  /** Spreads shares of the question, from 0 to 1, over about as wide a range as a trained reader's logits. */
  private static final double SPREAD = 12;
  /** The share of a question that tells an answer: .7 would abstain from two thirds of the questions that have one. */
  private static final double OF_QUESTION = 0.4;
  /** The share of a claim that tells what supports it: words that are not there may be what makes it false. */
  private static final double OF_CLAIM = 1;

  private final LiveIndex live;
  private final @Nullable ToDoubleFunction<String> rarity;

  WordReader(LiveIndex live) {
    this(live, null);
  }

  private WordReader(LiveIndex live, @Nullable ToDoubleFunction<String> rarity) {
    this.live = live;
    this.rarity = rarity;
  }

  @Override
  public PassageReader weighing(ToDoubleFunction<String> told) {
    return new WordReader(live, told);
  }

  @Override
  public String name() {
    return "none";
  }

  @Override
  public List<Reading> read(String question, List<ReadablePassage> passages) {
    return read(question, OF_QUESTION, passages);
  }

  @Override
  public List<Reading> support(String claim, List<ReadablePassage> passages) {
    return read(claim, OF_CLAIM, passages);
  }

  private List<Reading> read(String text, double middle, List<ReadablePassage> passages) {
    if (rarity != null) {
      return read(rarity, terms(text), middle, passages);
    }
    try (IndexLease lease = live.acquire()) {
      return read(lease.index()::idf, terms(text), middle, passages);
    }
  }

  private List<Reading> read(ToDoubleFunction<String> rare, Set<String> asked, double middle,
      List<ReadablePassage> passages) {
    Map<String, Double> weights = asked.stream()
        .collect(Collectors.toMap(term -> term, rare::applyAsDouble));
    return passages.stream().map(passage -> {
      Set<String> header = terms(passage.header());
      List<Double> sentences = passage.sentences().stream()
          .map(sentence -> scale(share(weights, terms(sentence), header), middle)).toList();
      Set<String> words = terms(String.join(" ", passage.sentences()));
      return new Reading(scale(share(weights, words, header), middle), sentences);
    }).toList();
  }

  private static double scale(double share, double middle) {
    return SPREAD * (share - middle);
  }

  /** The header names what its sentences are about but says nothing of it, so its words count half. */
  private static double share(Map<String, Double> weights, Set<String> words, Set<String> header) {
    double share = 0;
    double all = 0;
    for (Map.Entry<String, Double> term : weights.entrySet()) {
      double weight = term.getValue();
      all += weight;
      share += weight * (words.contains(term.getKey()) ? 1 : header.contains(term.getKey()) ? 0.5 : 0);
    }
    return all == 0 ? 0 : share / all;
  }

  private Set<String> terms(String text) {
    return live.analyzer().terms(text).stream().map(Term::text)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
