package org.readingroom.search;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says how passages and spans are ranked; the reasons for the values are in {@code docs/adr}.
 *
 * @param candidates how many passages each of the two searches finds
 * @param read how many of the passages found are read
 * @param looked in how many of the best passages an answer is looked for
 * @param around how many of the best passages are read on from, to the passages before and after them
 * @param fusion how the scores of the two searches are made comparable
 * @param names whether the forms of a name in the authority file mean the same
 * @param parts whether what answers each part of a question is looked for
 * @param lexical the share of the lexical score in the fused one; the rest is the vectors'
 * @param header how much a term counts in a passage's header beside one in its text
 * @param nameForms how much the words of a name count beside the name itself
 * @param date what a passage gains whose document is of a date that the question names, or is named by it
 * @param passage what a sentence's score by the reader gains with each point of its passage's
 * @param weights what each signal adds to a span's score
 */
@ConfigurationProperties("reading-room.ranking")
public record Ranking(int candidates, int read, int looked, int around, Fusion fusion, boolean names,
    boolean parts, double lexical, double header, double nameForms, double date, double passage,
    Map<Signal, Double> weights) {

  public Ranking {
    if (read < 1 || looked < 1 || candidates < Math.max(read, looked)) {
      throw new IllegalArgumentException("reading-room.ranking: read and looked are 1 to candidates");
    }
    if (lexical < 0 || lexical > 1) {
      throw new IllegalArgumentException(
          "reading-room.ranking.lexical is a share from 0 to 1, not " + lexical);
    }
    EnumMap<Signal, Double> all = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      all.put(signal, weights.getOrDefault(signal, 0.0));
    }
    weights = Map.copyOf(all);
  }

  /** Returns what a signal adds to a span's score. */
  public double weight(Signal signal) {
    return weights.getOrDefault(signal, 0.0);
  }
}
