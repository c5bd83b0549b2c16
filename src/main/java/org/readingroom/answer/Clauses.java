package org.readingroom.answer;

import java.util.List;
import java.util.regex.Pattern;

/** Cuts claims into beginnings that may stand alone. */
final class Clauses {

  /** What comes before a condition of what stands before it. */
  private static final String CONDITIONED = "(?!(?:.*\\b(?:if|unless|except)"
      + "|(?:.*[,;:–—]\\s+)?(?:and\\s+|but\\s+)?(?:only|provided))\\b)";
  /** Where a claim may be cut in two. */
  private static final Pattern CLAUSE = Pattern.compile(
      "(?:[,;:–—]?\\s+(?:and|but|while|whereas|although|which|who|because|so that|after which)\\s+|[;–—]\\s+|,\\s+)"
          + CONDITIONED,
      Pattern.CASE_INSENSITIVE);
  /** The end of a clause that names one of two. */
  private static final Pattern HALF = Pattern.compile("\\b(?:both|between)\\b(?!.*\\band\\b)",
      Pattern.CASE_INSENSITIVE);
  /** The beginning of a clause that does not stand alone. */
  private static final Pattern CONDITION = Pattern.compile(
      "^(?:if|when|while|although|though|because|since|after|before|unless|until|as|whether|whereas)\\b",
      Pattern.CASE_INSENSITIVE);
  /** With fewer words a clause says too little to stand alone. */
  private static final int WORDS = 5;
  /** The most parts of a claim that are tried. */
  private static final int MOST = 3;

  private Clauses() {}

  /** Returns the beginnings of a claim that may stand alone, the longest first. */
  static List<String> of(String claim, EmptyWords empty) {
    return CLAUSE.matcher(claim).results().map(cut -> claim.substring(0, cut.start()))
        .filter(clause -> clause.split(" ").length >= WORDS && !CONDITION.matcher(clause).find()
            && !HALF.matcher(clause).find()
            && empty.fault(clause + ".").isEmpty())
        .map(clause -> clause + ".").toList().reversed().stream().limit(MOST).toList();
  }
}
