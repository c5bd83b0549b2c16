package org.readingroom.answer;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts what became of what a model said in one answer.
 *
 * @param claims how many claims it made
 * @param unsupported how many of them no evidence supports
 * @param dropped what was not shown as supported, in order
 * @param quotations how many quotations it made itself
 * @param misquoted how many of them are not in the evidence
 */
public record ModelTrace(int claims, int unsupported, List<Dropped> dropped, int quotations, int misquoted) {

  static final ModelTrace NONE = new ModelTrace(0, 0, List.of(), 0, 0);

  public ModelTrace {
    dropped = List.copyOf(dropped);
  }

  /** Says which check a claim does not pass. */
  public enum Check {
    /** It must claim something: a question, a heading, a title, talk of the evidence do not. */
    FORM,
    /** Its quotations must be in the evidence. */
    QUOTATION,
    /** What copies a sentence must not alter it. */
    COPY,
    /** Its names, numbers, dates and denials must be in the sentences that support it. */
    ESSENTIALS,
    /** The estimate that the evidence says so must be high enough. */
    ESTIMATE,
    /** There must be room for a citation of what supports it. */
    ROOM
  }

  /**
   * Holds a claim that was not shown as supported, or not whole.
   *
   * @param claim the claim, without marks of quotation
   * @param check the check that it does not pass
   * @param reason why, in words
   */
  public record Dropped(String claim, Check check, String reason) {}

  /**
   * Returns the counts with one more claim.
   *
   * @param left what of it is not shown as supported; null where all of it is
   */
  ModelTrace with(ClaimChecker.Checked checked, @Nullable Dropped left) {
    return new ModelTrace(claims + 1, unsupported + (checked.supported() ? 0 : 1),
        Stream.concat(dropped.stream(), Stream.ofNullable(left)).toList(),
        quotations + checked.quotations(), misquoted + checked.misquoted());
  }
}
