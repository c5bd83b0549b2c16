package org.readingroom.answer;

/**
 * Counts what became of what a model said in one answer.
 *
 * @param claims how many claims it made
 * @param unsupported how many of them no evidence supports
 * @param quotations how many quotations it made itself
 * @param misquoted how many of them are not in the evidence
 */
public record ModelTrace(int claims, int unsupported, int quotations, int misquoted) {

  static final ModelTrace NONE = new ModelTrace(0, 0, 0, 0);

  ModelTrace with(ClaimChecker.Checked checked) {
    return new ModelTrace(claims + 1, unsupported + (checked.supported() ? 0 : 1),
        quotations + checked.quotations(), misquoted + checked.misquoted());
  }
}
