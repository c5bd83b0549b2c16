package org.readingroom.answer;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.search.Candidate;
import org.readingroom.search.Query;
import org.readingroom.search.RetrievedPassage;

/**
 * Says how a question was understood, what was considered, and why the answer is what it is.
 *
 * @param query the question as it was understood
 * @param passages the passages found, the best first
 * @param answered whether there is an answer
 * @param confidence the estimate that the documents answer, from 0 to 1
 * @param least the least estimate with which a question is answered
 * @param bias what the logarithm of the estimate's odds is with no ground at all
 * @param grounds what speaks for there being an answer
 * @param candidates the spans with the best scores and all that were quoted, the best first
 * @param dropped what a language model said that was not shown as supported, in order
 */
public record Explanation(Query query, List<RetrievedPassage> passages, boolean answered, double confidence,
    double least, double bias, List<Weighed> grounds, List<Considered> candidates,
    List<ModelTrace.Dropped> dropped) {

  public Explanation {
    passages = List.copyOf(passages);
    grounds = List.copyOf(grounds);
    candidates = List.copyOf(candidates);
    dropped = List.copyOf(dropped);
  }

  /**
   * Is a ground or a signal with what it counts; what it adds is their product.
   *
   * @param name its name, in lower case with hyphens
   */
  public record Weighed(String name, double value, double weight) {

    static Weighed of(Enum<?> name, double value, double weight) {
      return new Weighed(name.name().toLowerCase(Locale.ROOT).replace('_', '-'), value, weight);
    }

    /** Returns what it adds. */
    public double gain() {
      return value * weight;
    }
  }

  /**
   * Is a span that was considered.
   *
   * @param chance the chance that it holds the answer, if the documents have it at all
   * @param place its place among the quotations, from 1; null where it was not quoted
   * @param signals what its score is the sum of
   */
  public record Considered(Candidate candidate, double chance, @Nullable Integer place,
      List<Weighed> signals) {

    public Considered {
      signals = List.copyOf(signals);
    }
  }

  /** Says in words why there is an answer or none. */
  public String verdict() {
    String estimate = String.format(Locale.ROOT,
        "the estimate that the documents answer is %.2f, and %.2f is needed",
        confidence, least);
    if (candidates.isEmpty()) {
      return "Abstained: nothing was found.";
    }
    if (confidence < least) {
      return "Abstained: " + estimate + ".";
    }
    if (!answered) {
      return "Abstained: nothing that the model said was supported, though " + estimate + ".";
    }
    String first = candidates.stream().filter(considered -> Integer.valueOf(1).equals(considered.place()))
        .findFirst().map(considered -> String.format(Locale.ROOT,
            " The first quotation holds %.0f %% of the chance to be the answer.", 100 * considered.chance()))
        .orElse("");
    return "Answered: " + estimate + "." + first;
  }
}
