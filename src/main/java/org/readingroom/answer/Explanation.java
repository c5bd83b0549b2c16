package org.readingroom.answer;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.search.Query;
import org.readingroom.search.ReadPassage;
import org.readingroom.search.Retrieval;

/**
 * Says how a question was understood, what was read, and why the answer is what it is.
 *
 * @param query the question as it was understood
 * @param reader the name of what read the passages
 * @param answered whether there is an answer
 * @param confidence the estimate that the documents answer, from 0 to 1
 * @param least the least estimate with which a question is answered
 * @param sure the least estimate with which it is answered without a reservation
 * @param considered the passages that were read, the best first
 */
public record Explanation(Query query, String reader, boolean answered, double confidence, double least,
    double sure, List<Considered> considered) {

  public Explanation {
    considered = List.copyOf(considered);
  }

  /**
   * A passage that was read.
   *
   * @param place the place among the quotations, from 1, of the first one that begins in it; null where none does
   */
  public record Considered(ReadPassage read, @Nullable Integer place) {

    static Considered of(ReadPassage read, List<Citation> citations) {
      Integer place = citations.stream()
          .filter(citation -> citation.quote().document().number() == read.passage().document().number()
              && read.passage().span().start() <= citation.quote().span().start()
              && citation.quote().span().start() < read.passage().span().end())
          .map(Citation::marker).findFirst().orElse(null);
      return new Considered(read, place);
    }
  }

  static Explanation of(Retrieval retrieval, Answer answer, Confidence confidence, String reader) {
    List<Citation> citations = answer instanceof Answer.Answered answered ? answered.citations() : List.of();
    return new Explanation(retrieval.query(), reader, !citations.isEmpty(), confidence.of(retrieval),
        confidence.least(), confidence.sure(),
        retrieval.read().stream().map(read -> Considered.of(read, citations)).toList());
  }

  /** Says in words why there is an answer or none. */
  public String verdict() {
    if (considered.isEmpty()) {
      return "Abstained: nothing was found.";
    }
    String estimate = String.format(Locale.ROOT,
        "the estimate that the documents answer is %.2f, and %.2f is needed", confidence, least);
    if (answered) {
      return "Answered: " + estimate + (confidence < sure ? "; below " + number(sure) + " it is not sure." : ".");
    }
    return confidence < least
        ? "Abstained: " + estimate + "."
        : "Abstained: nothing that the model said was supported, though " + estimate + ".";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
