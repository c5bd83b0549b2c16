package org.readingroom.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.readingroom.passage.Passage;
import org.readingroom.reading.Reading;

/** Holds what reading passages for a question gave; a sentence's score is its own logit and a share of its passage's. */
final class ReadPassages {

  /** How many points below the best sentence one counts as not read: its odds are 1 in 3,000. */
  private static final double RANGE = 8;

  private final Map<String, Read> read;
  private final double share;
  private final double best;

  /**
   * Takes readings.
   *
   * @param read what was read, by the ids of the passages
   * @param share what a sentence's score gains with each point of its passage's
   */
  ReadPassages(Map<String, Read> read, double share) {
    this(read, share, best(read, share));
  }

  /**
   * Takes readings of one index among several.
   *
   * @param best the score of the best sentence of all
   */
  ReadPassages(Map<String, Read> read, double share, double best) {
    this.read = Map.copyOf(read);
    this.share = share;
    this.best = best;
  }

  /** Returns the score of the best sentence that was read. */
  static double best(Map<String, Read> read, double share) {
    return read.values().stream().mapToDouble(passage -> best(passage, share)).max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /**
   * A passage that was read.
   *
   * @param found its score by search
   */
  record Read(double found, Reading reading) {}

  private double best(Read passage) {
    return best(passage, share);
  }

  private static double best(Read passage, double share) {
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
  double score(Passage passage, int sentence) {
    Read known = read.get(passage.id());
    if (known == null) {
      return 0;
    }
    List<Double> sentences = known.reading().sentences();
    double score = sentences.get(sentence) + share * known.reading().answers();
    return Math.max(0, 1 + (score - best) / RANGE);
  }

  /** Returns the same for the best sentence of a passage. */
  double score(Passage passage) {
    Read known = read.get(passage.id());
    return known == null ? 0 : Math.max(0, 1 + (best(known) - best) / RANGE);
  }
}
