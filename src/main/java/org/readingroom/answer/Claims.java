package org.readingroom.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Is what a chat model says in reply to a question: claims that point at evidence, or that there are none.
 *
 * @param claims the claims in the order in which they are to be shown
 * @param denied whether the model says that the evidence does not answer
 */
record Claims(List<Claim> claims, boolean denied) {

  /** Says that the evidence does not answer. */
  static final String NO_ANSWER = "NO ANSWER";

  /** The most characters of an output that are read. */
  static final int MAX_LENGTH = 40_000;

  private static final Pattern DENIAL = Pattern.compile(
      "(?:(?i:[\\W_]*no[ _-]?answer[\\W_]*)|NO ANSWER\\b.*)",
      Pattern.DOTALL);
  /** What models of some kinds say to themselves, and the marks of the parts of what they say. */
  private static final Pattern THOUGHT = Pattern.compile(
      "(?is)\\ufeff|<(think(?:ing)?|thought|reason(?:ing)?|reflection|scratchpad|analysis)>.*?(?:</\\1>|\\z)"
          + "|<\\|channel\\|>(?!final)[^<]*<\\|message\\|>.*?(?:<\\|(?:end|return|start)\\|>|\\z)"
          + "|<\\|channel\\|>final|<\\|[\\w ]{1,30}\\|>|</?(?:s|answer|final|response|output|result)>|(?<aloud></think(?:ing)?>)");

  Claims {
    claims = claims.stream().filter(Claim::saysSomething).toList();
  }

  /** Returns an output without what a model says to itself. */
  static String unthought(String output) {
    return THOUGHT.matcher(output).replaceAll(thought -> thought.group("aloud") == null ? "" : "\n");
  }

  /** Returns what the next claim of an unfinished output begins with, as far as nothing that follows changes it. */
  static String begun(String output) {
    String said = unthought(output.substring(0, Math.min(MAX_LENGTH, output.length())));
    int structured = StructuredClaims.start(said);
    return structured < 0 ? ProseClaims.begun(said) : "";
  }

  /**
   * Reads a model's output, or the beginning of one that is still being written. What is complete stays what
   * it is whatever follows.
   *
   * @param ended whether the output is all there is, so that what is cut off is read as far as it goes
   */
  static Claims read(String output, boolean ended) {
    return read(output, ended, false);
  }

  /** Reads an output that was broken off: of prose only what ends as a sentence does. */
  static Claims broken(String output) {
    return read(output, true, true);
  }

  private static Claims read(String output, boolean ended, boolean broken) {
    String said = unthought(output.substring(0, Math.min(MAX_LENGTH, output.length())));
    int structured = StructuredClaims.start(said);
    String prose = structured < 0 ? said : said.substring(0, structured);
    List<Claim> claims = new ArrayList<>();
    claims.addAll(broken && structured < 0
        ? ProseClaims.broken(prose)
        : ProseClaims.read(prose, ended || structured >= 0));
    boolean denied = false;
    if (structured >= 0) {
      StructuredClaims read = StructuredClaims.read(said.substring(structured), ended);
      claims.addAll(read.claims());
      denied = read.denied();
    }
    denied |= claims.removeIf(claim -> DENIAL.matcher(claim.text()).matches());
    return new Claims(claims, denied);
  }
}
