package org.readingroom.answer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.readingroom.search.Ground;
import org.readingroom.search.Retrieval;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Estimates how likely it is that the documents answer a question, by logistic regression on the grounds.
 *
 * @param least the least estimate with which a question is answered
 * @param sure the least estimate with which it is answered without a word of doubt
 * @param bias the constant term
 * @param weights what each ground adds to the logarithm of the odds
 */
@ConfigurationProperties("reading-room.confidence")
public record Confidence(double least, double sure, double bias, Map<Ground, Double> weights) {

  public Confidence {
    if (least < 0 || least > sure || sure > 1) {
      throw new IllegalArgumentException(
          "reading-room.confidence: 0 <= least <= sure <= 1, not " + least + " and " + sure);
    }
    EnumMap<Ground, Double> all = new EnumMap<>(Ground.class);
    for (Ground ground : Ground.values()) {
      all.put(ground, weights.getOrDefault(ground, 0.0));
    }
    weights = Map.copyOf(all);
  }

  /** Returns the estimate, from 0 to 1; 0 where nothing was found. */
  public double of(Retrieval retrieval) {
    if (retrieval.candidates().isEmpty()) {
      return 0;
    }
    double odds = bias;
    for (Map.Entry<Ground, Double> ground : retrieval.grounds().entrySet()) {
      odds += weights.getOrDefault(ground.getKey(), 0.0) * ground.getValue();
    }
    return 1 / (1 + Math.exp(-odds));
  }

  /** Returns what the estimate is made from. */
  List<Explanation.Weighed> weighed(Retrieval retrieval) {
    return retrieval.grounds().entrySet().stream().sorted(Map.Entry.comparingByKey())
        .map(ground -> Explanation.Weighed.of(ground.getKey(), ground.getValue(),
            weights.getOrDefault(ground.getKey(), 0.0)))
        .toList();
  }

  /** Tells whether there is an answer that has to say that it may be none. */
  boolean isUnsure(Retrieval retrieval) {
    return suffices(retrieval) && of(retrieval) < sure;
  }

  /** Tells whether the estimate is high enough to answer. */
  boolean suffices(Retrieval retrieval) {
    return !retrieval.candidates().isEmpty() && of(retrieval) >= least;
  }
}
