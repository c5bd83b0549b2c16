package org.readingroom.search;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Says in what a number is counted that a question asks for. */
enum Measure {
  /** Seconds to years. */
  TIME("\\bhow (?:quickly|soon)\\b", Units.TIME),
  /** A length in time or in space. */
  EXTENT("\\bhow long\\b", Units.TIME + "|" + Units.LENGTH),
  /** A distance. */
  LENGTH("\\bhow (?:far|wide|deep|tall)\\b", Units.LENGTH),
  /** A part of a whole. */
  SHARE("\\bwhat (?:\\p{L}+ )?(?:share|percentage|proportion)\\b",
      "(?<=%|percent|half)|%|per ?cent|thirds?|quarters?|fifths?|tenths?"),
  /** Anything. */
  ANY("", "");

  /** Holds what an enum's own constants may use; its fields are not there yet when they are made. */
  private static final class Units {

    private static final String TIME = "(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?)\\b";
    private static final String LENGTH = "(?:km|kilomet(?:er|re)s?|m|met(?:er|re)s?|miles?|feet|li)\\b";
    /** What may stand between a number and its unit: a second number, and what makes it more. */
    private static final String BETWEEN = "(?:\\s*(?:-|–|or|to|and)\\s*(?:a half|[\\p{L}\\d,.]+))?[\\s-]*(?:more |full |whole )?";
  }

  private final Pattern cue;
  private final Pattern unit;

  Measure(String cue, String unit) {
    this.cue = Pattern.compile(cue, Pattern.CASE_INSENSITIVE);
    this.unit = Pattern.compile(unit.isEmpty() ? "" : Units.BETWEEN + "(?:" + unit + ")",
        Pattern.CASE_INSENSITIVE);
  }

  /** Returns the measure that a question asks for. */
  static Measure askedFor(String question) {
    return Arrays.stream(values()).filter(measure -> measure.cue.matcher(question).find()).findFirst()
        .orElse(ANY);
  }

  /** Tells whether a number that ends at an offset of a text is counted in this. */
  boolean isIn(String text, int numberEnd) {
    return unit.matcher(text).region(numberEnd, text.length()).useTransparentBounds(true).lookingAt();
  }
}
