package org.readingroom.answer;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says how a language model's claims are judged; the reason for the threshold is in {@code docs/adr}.
 *
 * @param support the least estimate of its support with which a claim is shown as supported, 0 to 1
 * @param evidenceTokens the most tokens of the evidence that a model is shown
 * @param unsupported what becomes of the others
 */
@ConfigurationProperties("reading-room.claims")
public record ClaimSettings(double support, int evidenceTokens, Unsupported unsupported) {

  /** A quotation of full length and what is around it. */
  private static final int LEAST_EVIDENCE = 150;

  /** Says what becomes of a claim that no evidence supports. */
  public enum Unsupported {
    /** It is left out. */
    DROP,
    /** It is shown and said to be unsupported. */
    SHOW
  }

  public ClaimSettings {
    if (!(support >= 0 && support <= 1)) {
      throw new IllegalArgumentException("reading-room.claims.support is 0 to 1, not " + support);
    }
    if (evidenceTokens < LEAST_EVIDENCE) {
      throw new IllegalArgumentException(
          "reading-room.claims.evidence-tokens is at least " + LEAST_EVIDENCE + ", not "
              + evidenceTokens);
    }
  }
}
