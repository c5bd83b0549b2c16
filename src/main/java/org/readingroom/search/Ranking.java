package org.readingroom.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says how passages and spans are ranked; the reasons for the values are in {@code docs/adr}.
 *
 * @param candidates how many passages each of the two searches finds
 * @param reranked how many of the fused passages are looked at more closely
 * @param around how many of the best passages are read on from, to the passages before and after them
 * @param fusion how the scores of the two searches are made comparable
 * @param names whether the forms of a name in the authority file mean the same
 * @param parts whether what answers each part of a question is looked for
 * @param lexical the share of the lexical score in the fused one; the rest is the vectors'
 * @param header how much a term counts in a passage's header beside one in its text
 * @param nameForms how much the words of a name count beside the name itself
 * @param date what a passage gains whose document is of a date that the question names
 * @param late the share of late interaction in a reranked passage's score
 * @param shares what each embedding model counts in late interaction, beside the others
 * @param weights what each signal adds to a span's score
 */
@ConfigurationProperties("reading-room.ranking")
public record Ranking(int candidates, int reranked, int around, Fusion fusion, boolean names, boolean parts,
    double lexical, double header, double nameForms, double date, double late, List<Double> shares,
    Map<Signal, Double> weights) {

  public Ranking {
    if (candidates < reranked || reranked < 1) {
      throw new IllegalArgumentException("reading-room.ranking: reranked is 1 to candidates");
    }
    if (lexical < 0 || lexical > 1 || late < 0 || late > 1) {
      throw new IllegalArgumentException("reading-room.ranking: lexical and late are shares from 0 to 1");
    }
    shares = List.copyOf(shares);
    EnumMap<Signal, Double> all = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      all.put(signal, weights.getOrDefault(signal, 0.0));
    }
    weights = Map.copyOf(all);
  }

  /** Returns a passage's score of its fused score and its score by late interaction. */
  double score(double fused, double lateInteraction) {
    return (1 - late) * fused + late * lateInteraction;
  }

  /** Returns what a signal adds to a span's score. */
  public double weight(Signal signal) {
    return weights.getOrDefault(signal, 0.0);
  }
}
