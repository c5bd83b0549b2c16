package org.readingroom.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.passage.Span;

/** Finds the numbers that a text states, in digits or in words, each as its plain value. */
final class Quantities {

  private static final Map<String, Integer> UNITS = Map.ofEntries(Map.entry("two", 2), Map.entry("three", 3),
      Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6), Map.entry("seven", 7),
      Map.entry("eight", 8), Map.entry("nine", 9), Map.entry("ten", 10), Map.entry("eleven", 11),
      Map.entry("twelve", 12), Map.entry("thirteen", 13), Map.entry("fourteen", 14), Map.entry("fifteen", 15),
      Map.entry("sixteen", 16), Map.entry("seventeen", 17), Map.entry("eighteen", 18),
      Map.entry("nineteen", 19));
  private static final Map<String, Integer> TENS = Map.of("twenty", 20, "thirty", 30, "forty", 40, "fifty",
      50,
      "sixty", 60, "seventy", 70, "eighty", 80, "ninety", 90);
  private static final Map<String, Integer> SCALES = Map.of("dozen", 12, "hundred", 100, "thousand", 1_000,
      "million", 1_000_000, "billion", 1_000_000_000);
  private static final String TEN = String.join("|", TENS.keySet());
  private static final String UNIT = "one|" + String.join("|", UNITS.keySet());
  private static final String SCALE = String.join("|", SCALES.keySet());
  private static final Pattern NUMBER = Pattern
      .compile("(?<![\\p{L}\\d])(?:(?<digits>(?:\\d{1,3}(?:[,. ]\\d{3})++(?!\\d)|\\d++)"
          + "(?:[.,]\\d++)?+)(?:st|nd|rd|th|s)?+|(?<ten>" + TEN + ")(?:[- ](?<one>" + UNIT + "))?|(?<unit>"
          + UNIT
          + ")|(?<article>an?)(?= (?:" + SCALE + ")\\b))(?<scale>(?:[- ](?:" + SCALE + ")\\b)*)"
          + "(?![\\p{L}])", Pattern.CASE_INSENSITIVE);
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[,. ]\\d{3})+");

  private Quantities() {}

  /**
   * Is a number with its place.
   *
   * @param value without separators and trailing zeros after the point
   */
  record Quantity(String value, Span span) {}

  /** Returns the numbers in order; "one" without a scale is a pronoun as often as a number and left out. */
  static List<Quantity> find(String text) {
    List<Quantity> found = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      String scale = matcher.group("scale").strip();
      String unit = matcher.group("unit");
      if (unit != null && unit.equalsIgnoreCase("one") && scale.isEmpty()) {
        continue;
      }
      BigDecimal value = value(matcher);
      for (String each : scale.isEmpty() ? new String[0] : scale.toLowerCase(Locale.ROOT).split("[- ]+")) {
        value = value.multiply(BigDecimal.valueOf(SCALES.getOrDefault(each, 1)));
      }
      found.add(new Quantity(value.stripTrailingZeros().toPlainString(),
          new Span(matcher.start(), matcher.end())));
    }
    return found;
  }

  private static BigDecimal value(Matcher matcher) {
    String digits = matcher.group("digits");
    if (digits != null) {
      return new BigDecimal(GROUPED.matcher(digits).matches()
          ? digits.replaceAll("\\D", "")
          : digits.replace(" ", "").replace(',', '.').replaceAll("\\.(?=.*\\.)", ""));
    }
    if (matcher.group("article") != null) {
      return BigDecimal.ONE;
    }
    String ten = matcher.group("ten");
    return BigDecimal.valueOf(ten == null
        ? unit(matcher.group("unit"))
        : TENS.getOrDefault(ten.toLowerCase(Locale.ROOT), 0)
            + (matcher.group("one") == null ? 0 : unit(matcher.group("one"))));
  }

  private static int unit(String word) {
    return UNITS.getOrDefault(word.toLowerCase(Locale.ROOT), 1);
  }
}
