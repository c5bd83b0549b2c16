package org.readingroom.search;

import java.util.regex.Pattern;
import org.readingroom.passage.Span;

/**
 * Tells the years in a text from its other numbers of four digits, by the words around them.
 *
 * <p>
 * A number from 1800 to 2040 is a year unless something speaks against it: a unit or a thing that is counted, or what it
 * numbers ("page 1999"). Any other, and a round one such as 2000, counts or tells the time as often as it dates, so
 * something has to speak for it.
 */
final class Years {

  /** A year with its month or day beside it, which little else can be; not so where it counts what comes next. */
  static final String DATED = "(?<year>(?:1\\d|20)\\d\\d)(?!\\d|\\p{L}|[.,]\\d{3}(?!\\d))"
      + "(?<!1[0-7]00)(?!(?<=1[0-7]\\d\\d|00)\\s+\\p{Ll}{2,}(?<!wa|ha)s\\b)(?!\\s?(?:" + Measures.UNITS
      + "))";

  private static final int MODERN = 1800;
  private static final int LATEST = 2040;
  private static final int LOOKED_BACK = 48;
  private static final int LOOKED_AHEAD = 32;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;

  /** What a number after it cannot date: what is numbered or priced, and parts of longer numbers and names. */
  private static final Pattern NUMBERED = Pattern.compile("(?:\\b(?:document|doc|no|nos|nr|numbers?|pages?"
      + "|pp?|lines?|rooms?|sections?|sect?|chapters?|ch|volumes?|vol|articles?|art|figures?|fig|tables?|items?"
      + "|resolutions?|models?|versions?|box|telephone|tel|phone|extension|ext|flight|highway|route|channel|port"
      + "|code|zip|issue|ticket|paragraphs?|para|equation|eq|heights?|hills?|elevation|altitude"
      + "|(?:more|less|fewer|greater|higher|lower|larger|smaller) than|at (?:least|most)|total of|many as|much as"
      + "|(?:minimum|maximum|average|number|population|price|cost|sum) of)\\.?\\s*(?:no\\.?|nr\\.?|number)?\\s*\\(?"
      + "|\\bat\\s+|[#№º°$£€¥₩@_=×*]\\s?|(?<!\\b(?:pre|post|mid|late|early))(?<=\\p{L})-|\\d[,:]"
      + "|(?<!\\d)(?:\\d{3}|\\d{5,})[-./])$", FLAGS);
  /** An abbreviation before it, as in PEP 1950 or ISO 8601. */
  private static final Pattern ABBREVIATION = Pattern
      .compile(
          "\\b(?!(?:AD|CE|IN|OF|BY|TO|AND|THE|FROM|SINCE|UNTIL|TILL|AFTER|YEAR|MAY|JUNE|JULY)\\b)\\p{Lu}{2,6}[- ]$");
  private static final Pattern STRONG = Pattern.compile(
      "\\b(?:in|since|during|years?|around|circa|ca|c|early|late|mid"
          + "|pre|post|AD|dated|born|died|in\\s+(?:1\\d|20)\\d\\d\\s*(?:,|and|or|to))\\.?[\\s-]+[(\\[‘“']?$",
      FLAGS);
  /** What also stands before a time of day, such as 1430. */
  private static final Pattern BOUND = Pattern.compile(
      "\\b(?:until|till|before|after|from|between|(?:between|from)\\s+(?:1\\d|20)\\d\\d\\s+(?:and|to|until|till))\\s+$",
      FLAGS);
  private static final Pattern WEAK = Pattern.compile(
      "\\b(?:by|of|to|through|and|or|for|the|this|that|its|his|her"
          + "|their|our|spring|summer|autumn|fall|winter|christmas|easter|ending|ended|beginning|starting)\\s+$",
      FLAGS);
  private static final Pattern DETERMINER = Pattern.compile("\\b(?:the|this|that|its|his|her|their|our)\\s+$",
      FLAGS);
  private static final Pattern SINGULAR = Pattern.compile(
      "\\s(?!who|that|which|from|with|were|are|was|had|have|more|less|new|other|or|and)\\p{L}{3,}", FLAGS);
  private static final Pattern PLACE = Pattern.compile("\\p{Lu}\\p{Ll}+,\\s+$");
  private static final Pattern PAUSE = Pattern.compile("\\s*(?:[.;:,)!?]|$)");
  private static final Pattern OPENED = Pattern.compile("[(\\[]$");
  private static final Pattern CLOSED = Pattern.compile("[)\\]]");
  private static final Pattern ERA = Pattern.compile("\\s?(?:AD|CE)\\b");
  private static final Pattern LONGER = Pattern
      .compile("[.,:]\\d{1,3}(?!\\d)|[\\p{L}_]|\\s?(?:BCE?\\b|B\\.\\s?C\\.)|-\\d{4}-\\d"
          + "|\\s+[0-3]?\\d(?:st|nd|rd|th)?\\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)");
  private static final Pattern MEASURED = Pattern.compile("\\s?(?:" + Measures.UNITS + ")", FLAGS);
  private static final Pattern COUNTED = Pattern
      .compile(
          "\\s+(?:men|women|people|children|\\p{Ll}{2,}(?<!\\b(?:wa|ha|i|hi|thi|it|a|u|doe|see|alway|perhap)|s|u)s)\\b");

  /** Holds the pattern that {@link #DATED} is made of. */
  private static final class Measures {

    private static final String UNITS = "[%‰°]|(?:per ?cent|percent|tons?|tonnes?|kg|kilos?|kilograms?|grams?|lbs?"
        + "|pounds?|ounces?|oz|km|m|mm|cm|met(?:er|re)s?|kilomet(?:er|re)s?|miles?|feet|foot|ft|inch(?:es)?|yards?"
        + "|acres?|hectares?|ha|lit(?:er|re)s?|gallons?|barrels?|hours?|hrs?|mins?|seconds?|secs?|days?|weeks?"
        + "|months?|years?|nights?|dollars?|rou?bles?|yen|yuan|euros?|francs?|usd|eur|words?|pages?|copies|times|hz"
        + "|[kmg]hz|[kmg]?watts?|kw|mw|volts?|k?cal|calories|[kmg]b|bytes?|bits?|rpm|mph|kph|degrees?|million|billion"
        + "|thousand|hundred|dozen|or (?:more|less|fewer|so)|each|per|an? (?:day|week|month|year)|pieces?|head of)\\b";
  }

  private Years() {}

  /** Tells whether a number from 1000 to 2099 is a year where it stands, or the first of several. */
  static boolean isYear(String text, Span number, int year) {
    String before = text.substring(Math.max(0, number.start() - LOOKED_BACK), number.start());
    String after = text.substring(number.end(), Math.min(text.length(), number.end() + LOOKED_AHEAD));
    if (LONGER.matcher(after).lookingAt() || MEASURED.matcher(after).lookingAt()
        || NUMBERED.matcher(before).find() || ABBREVIATION.matcher(before).find()) {
      return false;
    }
    boolean strong = STRONG.matcher(before).find() || ERA.matcher(after).lookingAt()
        || !isTimeOfDay(year) && BOUND.matcher(before).find()
        || OPENED.matcher(before).find() && CLOSED.matcher(after).lookingAt();
    boolean counted = COUNTED.matcher(after).lookingAt();
    if (year >= MODERN && year <= LATEST && year % 100 != 0) {
      return !counted || strong || BOUND.matcher(before).find() || WEAK.matcher(before).find();
    }
    return !counted && (strong
        || DETERMINER.matcher(before).find() && SINGULAR.matcher(after).lookingAt()
        || PLACE.matcher(before).find() && PAUSE.matcher(after).lookingAt());
  }

  private static boolean isTimeOfDay(int number) {
    return number < MODERN && number % 100 < 60;
  }
}
