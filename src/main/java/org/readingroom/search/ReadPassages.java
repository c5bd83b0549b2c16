package org.readingroom.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.readingroom.reading.Reading;

/** Holds what reading passages for a question gave; a sentence's score is its own logit and a share of its passage's. */
final class ReadPassages {

  /** How many points below the best sentence one counts as not read: its odds are 1 in 3,000. */
  private static final double RANGE = 8;

  private final Map<Integer, Read> read;
  private final double share;
  private final double best;

  /**
   * Takes readings.
   *
   * @param read what was read, by record
   * @param share what a sentence's score gains with each point of its passage's
   */
  ReadPassages(Map<Integer, Read> read, double share) {
    this.read = Map.copyOf(read);
    this.share = share;
    this.best = this.read.values().stream().mapToDouble(this::best).max().orElse(Double.NEGATIVE_INFINITY);
  }

  /**
   * A passage that was read.
   *
   * @param found its score by search
   */
  record Read(double found, Reading reading) {}

  private double best(Read passage) {
    return passage.reading().sentences().stream().mapToDouble(Double::doubleValue).max()
        .orElse(Double.NEGATIVE_INFINITY) + share * passage.reading().answers();
  }

  /** Returns what speaks for there being an answer; nothing where nothing was read. */
  Map<Ground, Double> grounds() {
    EnumMap<Ground, Double> grounds = new EnumMap<>(Ground.class);
    read.values().stream().filter(passage -> best(passage) == best).mapToDouble(Read::found).max()
        .ifPresent(found -> {
          grounds.put(Ground.READ, best);
          grounds.put(Ground.FOUND, found);
        });
    return grounds;
  }

  /** Returns how well a sentence of a passage answers: from 0, not read or far from the best, to 1, the best. */
  double score(int record, int sentence) {
    Read passage = read.get(record);
    if (passage == null) {
      return 0;
    }
    List<Double> sentences = passage.reading().sentences();
    double score = sentences.get(sentence) + share * passage.reading().answers();
    return Math.max(0, 1 + (score - best) / RANGE);
  }

  /** Returns the same for the best sentence of a passage. */
  double score(int record) {
    Read passage = read.get(record);
    return passage == null ? 0 : Math.max(0, 1 + (best(passage) - best) / RANGE);
  }
}
