package org.readingroom.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.passage.Span;

/** Splits a question that asks several things, or compares several times, into its parts. */
final class QuestionParts {

  private static final int MOST = 4;
  private static final String ASKS = "(?:what|who|whom|whose|which|when|where|why|how|did|does|do|was|were|had|has"
      + "|is|are|could|would|can)\\b";
  /** Where a part ends and another begins. */
  private static final Pattern SEAM = Pattern.compile(
      "(?:\\s*[,;]\\s*(?:and|but|or)?|\\s+and|\\s*[:?]|\\s+-)\\s+(?=" + ASKS + ")", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMPARES = Pattern
      .compile("\\b(?:compare|compared|differ|difference|change|changed"
          + "|both|versus|trace|than)\\b", Pattern.CASE_INSENSITIVE);
  private static final int MIN_LENGTH = 8;

  private QuestionParts() {}

  /** Returns the parts of what a question asks, in order; none where it asks one thing. */
  static List<Span> of(String text, Span focus, List<DateExpression> dates) {
    List<Span> parts = new ArrayList<>();
    Matcher seam = SEAM.matcher(text).region(focus.start(), focus.end()).useTransparentBounds(true);
    int start = focus.start();
    while (seam.find() && parts.size() < MOST - 1) {
      if (seam.start() - start >= MIN_LENGTH && focus.end() - seam.end() >= MIN_LENGTH) {
        parts.add(new Span(start, seam.start()));
        start = seam.end();
      }
    }
    if (!parts.isEmpty()) {
      parts.add(new Span(start, focus.end()));
      return parts;
    }
    List<Span> compared = dates.stream().map(DateExpression::span).filter(focus::contains).toList();
    boolean compares = COMPARES.matcher(focus.of(text)).find();
    return compares && compared.size() > 1 ? compared.subList(0, Math.min(MOST, compared.size())) : List.of();
  }
}
