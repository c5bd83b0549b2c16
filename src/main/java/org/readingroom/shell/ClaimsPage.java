package org.readingroom.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.readingroom.answer.Answer;
import org.readingroom.answer.SupportedClaim;

/** Lays a language model's claims out for a terminal, each with the sentences that support it. */
final class ClaimsPage {

  private static final String UNDER = "    ";
  /** The surest that an estimate is called. */
  private static final long MOST = 99;

  private final Answer answer;
  private final int width;
  private final Ink ink;

  ClaimsPage(Answer answer, int width, Ink ink) {
    this.answer = answer;
    this.width = width;
    this.ink = ink;
  }

  /** Returns the lines of all claims. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    IntStream.rangeClosed(1, answer.claims().size()).forEach(number -> {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(lines(number));
    });
    return lines;
  }

  /**
   * Returns the lines of one claim.
   *
   * @param number its place in the answer, from 1
   */
  List<String> lines(int number) {
    SupportedClaim claim = answer.claims().get(number - 1);
    List<String> lines = new ArrayList<>();
    lines.add(ink.bold("Claim " + number + " of " + answer.claims().size()) + ": " + sure(claim));
    String markers = claim.markers().stream().map(marker -> " [" + marker + "]")
        .collect(Collectors.joining());
    lines.addAll(Lines.wrap(claim.text() + markers, width, ""));
    AnswerPage page = new AnswerPage(width, ink);
    answer.citations().stream().filter(citation -> claim.markers().contains(citation.marker()))
        .forEach(citation -> {
          page.quotation(citation, lines);
          lines.addAll(
              Lines.wrap(AnswerPage.named(citation.quote().document()), width, UNDER, UNDER));
        });
    return lines;
  }

  private static String sure(SupportedClaim claim) {
    return claim.isCompared()
        ? "compared word for word"
        : "the check is " + Math.min(MOST, Math.round(100 * claim.support())) + " % sure";
  }
}
