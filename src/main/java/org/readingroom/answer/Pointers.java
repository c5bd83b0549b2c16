package org.readingroom.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the numbers with which a model points at evidence, in the forms that models write, and takes them out of
 * its words.
 */
final class Pointers {

  static final String LABEL = "(?:(?:evidence|sources?|documents?|docs?|passages?|refs?|references?"
      + "|citations?)\\b[.:#]*[^\\S\\n]*)";
  private static final String DIGITS = "\\p{Nd}{1,4}(?!\\p{Nd})";
  private static final String NUMBERS = DIGITS + "(?:[^\\S\\n]*(?:[,;/&–-]|and|to)[^\\S\\n]*" + LABEL
      + "?[\\^#]?" + DIGITS + "){0,40}";
  static final String OPEN = "[\\[【［〔]";
  private static final String CLOSE = "[\\]】］〕]";
  private static final String ROOM = "[^\\S\\n]{0,20}";
  private static final String BRACKETED = OPEN + "{1,2}[^\\S\\n]*" + LABEL + "{0,2}[\\^#]?(" + NUMBERS
      + ")(?:[†:][^\\]】］〕\\n]{0,40})?[^\\S\\n]*" + CLOSE + "{1,2}";
  /** What a marker of evidence may look like; what has no letters inside is one even where no number is meant. */
  private static final String BARE = "(?:" + BRACKETED + "(?:\\([^()\\s]{1,200}\\))?"
      + "|" + OPEN + "(?=[^\\]】］〕]{0,59}\\p{N})[^\\p{L}\\n\\[\\]【】［］〔〕]{1,60}" + CLOSE
      + "|\\(" + ROOM + "(?:(?:see|cf)\\b\\.?" + ROOM + LABEL + "{0,2}|(?:(?:per|from)\\b" + ROOM + ")?"
      + LABEL + "{1,2})[\\^#]?(" + NUMBERS + ")[^\\S\\n]*\\)"
      + "|\\((\\p{Nd}{1,2})\\)(?=[^\\S\\n]*(?:[.!?,;(]|$))|(?<=[.!?][”\"’')]{0,2} ?)\\((\\p{Nd}{1,2})\\)"
      + "|[{<](\\p{Nd}{1,2})[}>]|(?<!\\p{Nd})\\^(\\p{Nd}{1,2})\\b"
      + "|(?<=[.!?,;”\"’])[¹²³⁰⁴-⁹]{1,3})";
  /** The same, also in brackets of its own. */
  private static final String ONE = "(?:\\(" + ROOM + "(?:(?:see|cf|per|from)\\b[.:]?" + ROOM + ")?" + LABEL
      + "{0,2}(?>" + BRACKETED + "(?:" + ROOM + "(?:[,;&–-]|and)?" + ROOM + BRACKETED + "){0,10}+)" + ROOM
      + "\\)|" + BARE + ")";
  /** One or several in a row, with the room before them. */
  static final String MARKERS = "(?:" + ROOM + "(?:[,;][^\\S\\n]*(?=" + OPEN + ")|(?<=" + CLOSE + ")[&–-](?="
      + OPEN
      + "))?" + ONE + "){1,20}+";
  /** What may follow a sentence and is the beginning of no marker, whatever comes behind it. */
  static final String NEXT = "(?:[^\\s\\[【［〔({<^,;]|\\((?:(?=[^\\s<]{10})|(?=[^\\s<]{1,9}\\s))(?!" + LABEL
      + "|(?:see|cf|per|from)\\b|\\p{Nd}|" + OPEN + ")|\\^(?!\\p{Nd})\\S)";
  /** The beginning of prose whose markers stand before what rests on them. */
  static final Pattern LEADING = Pattern.compile("\\s{0,20}" + OPEN + "[^\\n]{0,20}?" + CLOSE
      + "[^\\S\\n]*[:.]?[^\\S\\n]*[\\p{L}“\"]");
  private static final Pattern ANY = Pattern.compile(
      "(?:" + MARKERS + "(?:[^\\S\\n]*(?:and|[&–-])(?=[^\\S\\n]*" + OPEN + "))?){1,20}+",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern EACH = Pattern.compile(BARE, Pattern.CASE_INSENSITIVE);
  /** What stands between the ends of a range that is written as two markers. */
  private static final Pattern RANGE = Pattern
      .compile("(?<=\\p{Nd})" + CLOSE + "{1,2}" + ROOM + "[–-]" + ROOM + OPEN + "{1,2}(?=\\p{Nd})");
  private static final Pattern RAISED = Pattern.compile("[¹²³⁰⁴-⁹]");
  /** What models say before a sentence instead of behind it. */
  private static final Pattern LEAD_IN = Pattern.compile(
      "^(?:(?:according to|as (?:stated|said|noted|mentioned"
          + "|described|seen|shown) (?:in|by)|based on|per|from|in|as)\\s+)?(?:the\\s+)?(?:(?:evidence|sources?|passages?)[^\\S\\n]+[\\[#]?("
          + NUMBERS + ")\\]?|" + LABEL + "{0,2}" + ONE
          + ")(?:[^\\S\\n]+(?:says?|states?|shows?|mentions?|indicates?"
          + "|notes?|reports?|reveals?|confirms?|tells? us)\\b)?(?:[^\\S\\n]+that\\b)?[,:]?\\s+(?=\\S)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern EMPTY = Pattern.compile("[^\\S\\n]*\\([\\s,;]*\\)");
  private static final Pattern STRANDED = Pattern
      .compile("[\\s,;]+(?=[.!?]+[”\"’')]*$)|(?<=[!?]|(?<!\\.)\\.)\\.$");
  private static final Pattern NUMBER = Pattern
      .compile("(-?)(?<!\\p{Nd})(\\p{Nd}+)(?:\\s*(?:[–-]|to)\\s*(\\p{Nd}+))?", Pattern.CASE_INSENSITIVE);
  /** How many numbers a range of them stands for at most, and how many a claim has. */
  private static final int MOST_IN_RANGE = 10;
  private static final int MOST = 40;

  private Pointers() {}

  /** Adds the numbers in a sentence to those known, and returns the sentence without them. */
  static String take(String sentence, List<Integer> numbers) {
    String rest = RANGE.matcher(sentence).replaceAll("-");
    Matcher leadIn = LEAD_IN.matcher(rest);
    if (leadIn.find()) {
      addAll(leadIn, numbers);
      rest = capitalised(rest.substring(leadIn.end()));
    }
    Matcher each = EACH.matcher(rest);
    while (each.find()) {
      addAll(each, numbers);
      RAISED.matcher(each.group()).results()
          .map(raised -> Character.getNumericValue(raised.group().charAt(0)))
          .forEach(number -> add(number, numbers));
    }
    String bare = EMPTY.matcher(ANY.matcher(rest).replaceAll("")).replaceAll("");
    return bare.equals(sentence) ? sentence : STRANDED.matcher(bare).replaceAll("");
  }

  /** Reads "1", "1, 3", "1-3" and digits of any script; a number below 1 or of more than four digits is none. */
  static List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    Matcher each = NUMBER.matcher(text);
    while (each.find()) {
      int first = value(each.group(2));
      int last = each.group(3) == null ? first : value(each.group(3));
      if (each.group(1).isEmpty()) {
        for (int number = first; number <= Math.min(last, first + MOST_IN_RANGE - 1); number++) {
          add(number, numbers);
        }
      }
    }
    return numbers;
  }

  private static void addAll(Matcher found, List<Integer> numbers) {
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        numbers(found.group(group)).forEach(number -> add(number, numbers));
      }
    }
  }

  private static void add(int number, List<Integer> numbers) {
    if (number > 0 && numbers.size() < MOST && !numbers.contains(number)) {
      numbers.add(number);
    }
  }

  private static int value(String digits) {
    return digits.length() > 4 ? 0 : Integer.parseInt(digits);
  }

  static String capitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
