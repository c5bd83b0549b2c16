package org.readingroom.evaluation;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** Names the figures of a question set, in the order in which reports show them. */
public final class Figures {

  public static final String RIGHT = "right";
  public static final String FIRST = "first";
  public static final String DOCUMENT = "document";
  public static final String PRECISION = "precision";
  public static final String EVIDENCE = "evidence";
  public static final String ABSTAIN = "abstain";
  public static final String FALSE_ABSTAIN = "false_abstain";
  public static final String VERBATIM = "verbatim";

  /** The figures of language models, which the extractive model has none of. */
  public static final String UNSUPPORTED = "unsupported";
  public static final String MISQUOTED = "misquoted";
  public static final String FIRST_WORDS = "first_words";

  /** How many passages deep the passage recall looks. */
  static final List<Integer> DEPTHS = List.of(1, 3, 5, 10, 20);

  /** Says what each judgment means, for reports. */
  static final Map<String, String> MEANINGS = Map.ofEntries(entry(RIGHT,
      "answered from a right document with everything the answer must contain; or rightly abstained"),
      entry(FIRST, "the first quotation alone does it"),
      entry(DOCUMENT, "a right document is among those cited"),
      entry(PRECISION, "cited documents that are right"),
      entry(EVIDENCE, "known spans of which 60 % of the words are inside the quotations"),
      entry(ABSTAIN, "abstained, where the documents do not answer"),
      entry(FALSE_ABSTAIN, "abstained, where they do (lower is better)"),
      entry(VERBATIM, "quotations that stand in the source, letter for letter"),
      entry(UNSUPPORTED,
          "claims of the model that no evidence supports, a mean over answers (lower is better)"),
      entry(MISQUOTED, "quotations of the model's own that are not in the evidence, a mean over answers"),
      entry(FIRST_WORDS, "seconds to the first words shown"));

  /** The figures that judge answers. */
  static final List<String> JUDGMENTS = List.of(RIGHT, FIRST, DOCUMENT, PRECISION, EVIDENCE, ABSTAIN,
      FALSE_ABSTAIN, VERBATIM);

  private Figures() {}

  /** Returns the name of the passage recall at a depth, such as {@code recall@5}. */
  static String recall(int depth) {
    return "recall@" + depth;
  }
}
