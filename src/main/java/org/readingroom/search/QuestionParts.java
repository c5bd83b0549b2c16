package org.readingroom.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.passage.Span;

/** Splits a question that asks several things, or compares several times, into its parts. */
final class QuestionParts {

  private static final int MOST = 4;
  private static final String AUXILIARY = "(?:did|does|do|was|were|had|has|have|is|are|could|would|can|should)\\b";
  private static final String INTERROGATIVE = "(?:what|who|whom|whose|which|when|where|why|how)\\b";
  /**
   * Where a part ends and another begins: at a conjunction, a colon or a question mark before a question; at a
   * comma only before a question word with its verb, for one without it begins a relative clause.
   */
  private static final Pattern SEAM = Pattern
      .compile("(?:(?:\\s*[,;]\\s*and|\\s+and|\\s*[;?]|\\s+[-–])\\s+(?=" + INTERROGATIVE
          + "|" + AUXILIARY + ")|(?<colon>:)\\s+(?=" + INTERROGATIVE + "|" + AUXILIARY
          + ")|,\\s*(?=(?:what|who|whom|why|how(?: \\w+){0,3}) "
          + AUXILIARY + "))", Pattern.CASE_INSENSITIVE);
  /**
   * What makes the words before the first seam a part of their own rather than what the parts are about, as are
   * those that say when or where.
   */
  private static final Pattern ASKS = Pattern.compile("^(?!(?:when|where) (?!(?:and|or|in|exactly"
      + "|precisely)\\b|" + AUXILIARY + "))(?:" + INTERROGATIVE + "|" + AUXILIARY
      + "|name|list|compare|describe|explain|tell|give).*\\b(?:" + AUXILIARY
      + "|\\w+ed|came|come|said|say|made|went)\\b.*",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
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
      Span part = new Span(start, Math.max(seam.start(), start + 1));
      if (part.length() >= MIN_LENGTH && focus.end() - seam.end() >= MIN_LENGTH) {
        boolean asks = seam.group("colon") == null
            && (!parts.isEmpty() || ASKS.matcher(part.of(text)).matches());
        if (asks) {
          parts.add(part);
        }
        start = seam.end();
      }
    }
    if (start > focus.start()) {
      parts.add(new Span(start, focus.end()));
    }
    if (parts.size() > 1) {
      return parts;
    }
    List<Span> compared = dates.stream().map(DateExpression::span).filter(focus::contains).toList();
    boolean compares = COMPARES.matcher(focus.of(text)).find();
    return compares && compared.size() > 1 ? compared.subList(0, Math.min(MOST, compared.size())) : List.of();
  }
}
