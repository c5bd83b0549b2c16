package org.readingroom.evaluation;

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

  /** How many passages deep the passage recall looks. */
  static final List<Integer> DEPTHS = List.of(1, 3, 5, 10, 20);

  /** Says what each judgment means, for reports. */
  static final Map<String, String> MEANINGS = Map.of(RIGHT,
      "answered from a right document with everything the answer must contain; or rightly abstained", FIRST,
      "the first quotation alone does it", DOCUMENT, "a right document is among those cited", PRECISION,
      "cited documents that are right", EVIDENCE,
      "known spans of which 60 % of the words are inside the quotations", ABSTAIN,
      "abstained, where the documents do not answer", FALSE_ABSTAIN,
      "abstained, where they do (lower is better)", VERBATIM,
      "quotations that stand in the source, letter for letter");

  /** The figures that judge answers. */
  static final List<String> JUDGMENTS = List.of(RIGHT, FIRST, DOCUMENT, PRECISION, EVIDENCE, ABSTAIN,
      FALSE_ABSTAIN, VERBATIM);

  private Figures() {}

  /** Returns the name of the passage recall at a depth, such as {@code recall@5}. */
  static String recall(int depth) {
    return "recall@" + depth;
  }
}
