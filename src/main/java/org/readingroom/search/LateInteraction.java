package org.readingroom.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.readingroom.embedding.QuantizedTokenVectors;
import org.readingroom.embedding.TokenEmbeddings;
import org.readingroom.embedding.TokenSimilarities;

/**
 * Scores text against a question by the best match of each question token, weighted by how rare its word is.
 *
 * <p>
 * Late interaction as in ColBERT (Khattab and Zaharia, 2020), with the token vectors of sentence embedding models.
 * Each model matches the question's tokens for itself, and has its share in the score.
 */
final class LateInteraction {

  /** The share of the greatest weight below which a token is not compared: that of words in a third of the passages. */
  private static final double LEAST_WEIGHT = 0.1;

  private final TokenEmbeddings question;
  private final PassageIndex index;
  private final List<Double> shares;
  /** The places of the tokens that are compared, one model's after the other's. */
  private final int[] compared;
  private final double[] weights;
  private final double total;

  private LateInteraction(TokenEmbeddings question, PassageIndex index, List<Double> shares, int[] compared,
      double[] own) {
    this.question = question;
    this.index = index;
    this.shares = shares;
    this.compared = compared;
    this.weights = Arrays.stream(compared)
        .mapToDouble(place -> shares.get(place / own.length) * own[place % own.length]).toArray();
    double sum = Arrays.stream(weights).sum();
    this.total = sum > 0 ? sum : 1;
  }

  /**
   * Weighs the question's tokens.
   *
   * @param shares what each model's matches count beside the others'
   */
  static LateInteraction of(Query query, TokenEmbeddings tokens, PassageIndex index, List<Double> shares) {
    double[] own = own(query, tokens, index);
    return new LateInteraction(tokens, index, shares, compared(own, tokens.models(), shares), own);
  }

  /** Returns the same with the weights of a part of the question. */
  LateInteraction on(Query part) {
    return new LateInteraction(question, index, shares, compared, own(part, question, index));
  }

  /** Returns the tokens that are worth the time, for each model that has a share. */
  private static int[] compared(double[] own, int models, List<Double> shares) {
    double least = LEAST_WEIGHT * Arrays.stream(own).max().orElse(0);
    return IntStream.range(0, models * own.length)
        .filter(place -> own[place % own.length] > 0 && own[place % own.length] >= least
            && shares.get(place / own.length) > 0)
        .toArray();
  }

  /** Returns the weight of each token of the question, whichever model reads it. */
  private static double[] own(Query query, TokenEmbeddings tokens, PassageIndex index) {
    TermWeights ofTerms = new TermWeights(query, index);
    return IntStream.range(0, tokens.size()).mapToDouble(token -> weight(query, tokens, token, ofTerms))
        .toArray();
  }

  private static double weight(Query query, TokenEmbeddings tokens, int token, TermWeights ofTerms) {
    int start = tokens.start(token);
    int end = tokens.end(token);
    double best = 0;
    for (Term term : query.terms()) {
      if (!term.isName() && term.start() <= start && end <= term.end()) {
        double share = (double) (end - start) / (term.end() - term.start());
        best = Math.max(best, ofTerms.of(term) * share);
      }
    }
    return best;
  }

  /** Returns how well tokens from one to before another match, from 0 to about 1. */
  double score(TokenSimilarities similarities, int from, int to) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * Math.max(0, similarities.best(i, from, to));
    }
    return sum / total;
  }

  /** Compares all tokens of a passage with those of the question that are worth it; keeps no vectors. */
  TokenSimilarities with(QuantizedTokenVectors passage) {
    return passage.similarities(question, compared);
  }

  int size() {
    return weights.length;
  }

  double weight(int token) {
    return weights[token] / total;
  }
}
