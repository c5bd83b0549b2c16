package org.readingroom.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.ReadablePassage;
import org.readingroom.reading.Reading;
import org.readingroom.text.Term;

/**
 * Reads without a model: a text answers the better the more of the question's words and names it has, each weighed by
 * how rare it is.
 */
final class WordReader implements PassageReader {

  /** Spreads shares of the question, from 0 to 1, over about as wide a range as a trained reader's logits. */
  private static final double SPREAD = 12;
  /** What has less of the question is no answer: .7 would abstain from two thirds of the questions that have one. */
  private static final double MIDDLE = 0.4;

  private final LiveIndex live;

  WordReader(LiveIndex live) {
    this.live = live;
  }

  @Override
  public String name() {
    return "none";
  }

  @Override
  public List<Reading> read(String question, List<ReadablePassage> passages) {
    try (IndexLease lease = live.acquire()) {
      return read(lease.index(), terms(question), passages);
    }
  }

  @Override
  public List<Reading> support(String claim, List<ReadablePassage> passages) {
    return read(claim, passages);
  }

  private List<Reading> read(IndexSnapshot index, Set<String> asked, List<ReadablePassage> passages) {
    double all = asked.stream().mapToDouble(index::idf).sum();
    return passages.stream().map(passage -> {
      Set<String> header = terms(passage.header());
      List<Double> sentences = passage.sentences().stream()
          .map(sentence -> score(index, asked, all, terms(sentence), header)).toList();
      Set<String> words = terms(String.join(" ", passage.sentences()));
      return new Reading(score(index, asked, all, words, header), sentences);
    }).toList();
  }

  /** The header names what its sentences are about but says nothing of it, so its words count half. */
  private static double score(IndexSnapshot index, Set<String> asked, double all, Set<String> words,
      Set<String> header) {
    double share = 0;
    for (String term : asked) {
      share += index.idf(term) * (words.contains(term) ? 1 : header.contains(term) ? 0.5 : 0);
    }
    return SPREAD * ((all == 0 ? 0 : share / all) - MIDDLE);
  }

  private Set<String> terms(String text) {
    return live.analyzer().terms(text).stream().map(Term::text)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
