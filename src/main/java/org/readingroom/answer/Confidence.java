package org.readingroom.answer;

import org.readingroom.search.Retrieval;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Estimates how likely it is that the documents answer a question, from the score of the best sentence (Platt scaling).
 *
 * @param least the least estimate with which a question is answered
 * @param sure the least estimate with which it is answered without saying that the answer is not sure
 * @param slope what the logarithm of the odds gains with each point of the score
 * @param bias the logarithm of the odds at a score of 0
 */
@ConfigurationProperties("reading-room.confidence")
public record Confidence(double least, double sure, double slope, double bias) {

  public Confidence {
    if (least < 0 || least > sure || sure > 1) {
      throw new IllegalArgumentException(
          "reading-room.confidence: 0 <= least <= sure <= 1, not " + least + " and " + sure);
    }
  }

  /** Returns the estimate, from 0 to 1; 0 where nothing was found. */
  public double of(Retrieval retrieval) {
    return retrieval.read().isEmpty() ? 0 : of(retrieval.read().getFirst().best());
  }

  /** Returns the estimate for a sentence's score. */
  public double of(double score) {
    return 1 / (1 + Math.exp(-bias - slope * score));
  }

  /** Tells whether a sentence with a score answers well enough to be quoted. */
  boolean suffices(double score) {
    return of(score) >= least;
  }

  /** Tells whether an answer has to say that it is not sure. */
  boolean isUnsure(Retrieval retrieval) {
    return of(retrieval) < sure;
  }
}
