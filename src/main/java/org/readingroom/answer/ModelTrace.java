package org.readingroom.answer;

import java.util.List;
import java.util.stream.Stream;

/**
 * Counts what became of what a model said in one answer.
 *
 * @param claims how many claims it made
 * @param dropped those that no evidence supports, in order
 * @param quotations how many quotations it made itself
 * @param misquoted how many of them are not in the evidence
 */
public record ModelTrace(int claims, List<Dropped> dropped, int quotations, int misquoted) {

  static final ModelTrace NONE = new ModelTrace(0, List.of(), 0, 0);

  public ModelTrace {
    dropped = List.copyOf(dropped);
  }

  /**
   * Holds a claim that was not shown as supported.
   *
   * @param claim the claim, without marks of quotation
   * @param reason why nothing supports it, in words
   */
  public record Dropped(String claim, String reason) {}

  ModelTrace with(ClaimChecker.Checked checked) {
    return new ModelTrace(claims + 1,
        checked.supported()
            ? dropped
            : Stream.concat(dropped.stream(), Stream.of(new Dropped(checked.text(), checked.fault())))
                .toList(),
        quotations + checked.quotations(), misquoted + checked.misquoted());
  }
}
