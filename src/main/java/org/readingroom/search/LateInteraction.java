package org.readingroom.search;

import java.util.Arrays;
import java.util.List;
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

  /** The share of the greatest weight below which a token is not compared: about that of words in a third of the passages. */
  private static final double LEAST_WEIGHT = 0.1;

  private final TokenEmbeddings question;
  private final double[] weights;
  private final double total;

  /**
   * Prepares a question.
   *
   * @param shares what each model's matches count beside the others'
   */
  LateInteraction(Query query, TokenEmbeddings tokens, PassageIndex index, List<Double> shares) {
    this.question = tokens;
    this.weights = new double[tokens.models() * tokens.size()];
    TermWeights ofTerms = new TermWeights(query, index);
    double[] own = new double[tokens.size()];
    Arrays.setAll(own, token -> weight(query, tokens, token, ofTerms));
    double least = LEAST_WEIGHT * Arrays.stream(own).max().orElse(0);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double weight = own[i % own.length];
      weights[i] = weight < least ? 0 : shares.get(i / own.length) * weight;
      sum += weights[i];
    }
    this.total = sum > 0 ? sum : 1;
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
  double score(Similarities similarities, int from, int to) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * Math.max(0, similarities.best(i, from, to));
    }
    return sum / total;
  }

  /** Compares all tokens of a passage with those of the question that have a weight. */
  Similarities with(QuantizedTokenVectors passage) {
    int compared = (int) Arrays.stream(weights).filter(weight -> weight > 0).count();
    return new Similarities(passage, passage.similarities(question, token -> weights[token] > 0), compared);
  }

  int size() {
    return weights.length;
  }

  double weight(int token) {
    return weights[token] / total;
  }

  /**
   * Holds the cosines of a question's tokens with a passage's.
   *
   * @param passage the passage's tokens, those of its header first
   * @param compared how many of the question's tokens were compared
   */
  record Similarities(QuantizedTokenVectors passage, TokenSimilarities cosines, int compared) {

    /** Returns the best cosine of one question token among tokens of the passage, or 0 for none. */
    float best(int questionToken, int from, int to) {
      return from < to ? Math.max(0, cosines.best(questionToken, from, to)) : 0;
    }

    /** Returns the mean of all cosines of the question's compared tokens with some of the passage's. */
    float mean(int from, int to) {
      float sum = 0;
      for (int token = 0; token < cosines.queryTokens(); token++) {
        for (int i = from; i < to; i++) {
          sum += cosines.get(token, i);
        }
      }
      return to > from && compared > 0 ? sum / (compared * (to - from)) : 0;
    }

    /** Returns the first token at or after an offset into the passage's text. */
    int tokenAt(int offset) {
      return passage.firstTokenFrom(offset);
    }

    /** Returns the number of the passage's tokens. */
    int size() {
      return passage.size();
    }
  }
}
