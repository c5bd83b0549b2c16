package org.readingroom.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads claims out of prose: a sentence each, with the evidence in square brackets. */
final class ProseClaims {

  private static final String NUMBERS = "\\d{1,4}(?:[^\\S\\n]*[,;–-][^\\S\\n]*\\d{1,4}){0,20}";
  private static final Pattern MARKER = Pattern
      .compile("[^\\S\\n]*[\\[【](?:(?:evidence|source)s?[^\\S\\n]*)?#?[^\\S\\n]*(" + NUMBERS + ")[\\]】]",
          Pattern.CASE_INSENSITIVE);
  /** The end of a sentence: its stop, closing marks, its markers, and then room or the next line. */
  private static final Pattern END = Pattern.compile("(?:(?<stop>[.!?])[”\"’')*]*(?:" + MARKER.pattern()
      + "\\.?){0,9}(?=\\s+[^\\s\\[【])|(?=\\n))", Pattern.CASE_INSENSITIVE);
  private static final Pattern ABBREVIATION = Pattern.compile(
      "(?:\\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Maj|Lt|Capt|Com|Cde|St|No|Nos|vs|cf|ca|p|pp|vol|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
          + "|Sept?|Oct|Nov|Dec|e\\.g|i\\.e|U\\.S|U\\.N|U\\.S\\.S\\.R)|\\b\\p{Lu}|^\\s*\\d{1,2})$");
  private static final Pattern DECORATION = Pattern
      .compile("^(?:\\s*(?:[-*•>#]+|\\d{1,2}[.)])\\s+)+|\\*\\*|__|^```\\w*|```$");

  /** What may begin a quotation, a marker, a decoration or a thought. */
  private static final Pattern OPEN = Pattern.compile("[\\[\\]【】“”„‟«»‹›″＂\"「『《`*_<{\\n]|(?<!\\p{L})[‘‚']");
  /** With fewer words nothing is shown that is not judged. */
  private static final int FEW = 4;
  private static final int MAX_BEGUN = 1_000;

  private ProseClaims() {}

  /** Returns the claims; one that may still go on only if the prose has ended. */
  static List<Claim> read(String prose, boolean ended) {
    List<Claim> claims = new ArrayList<>();
    int start = split(prose, sentence -> claims.add(claim(sentence, List.of())));
    if (ended) {
      claims.add(claim(prose.substring(start), List.of()));
    }
    return claims.stream().filter(Claim::saysSomething).toList();
  }

  /**
   * Returns what the next claim of unfinished prose begins with, as far as nothing that follows can change it:
   * whole words up to the first mark of a quotation or of evidence; nothing until there are a few.
   */
  static String begun(String prose) {
    String rest = prose.substring(split(prose, sentence -> {}));
    if (rest.length() > MAX_BEGUN) {
      return "";
    }
    Matcher open = OPEN.matcher(rest);
    String safe = open.find() ? rest.substring(0, open.start()) : rest;
    int space = safe.lastIndexOf(' ');
    String text = claim(safe.substring(0, space + 1), List.of()).text();
    return text.split(" ").length < FEW || text.chars().noneMatch(Character::isLetterOrDigit) ? "" : text;
  }

  /** Cuts prose into sentences and returns where the one begins that may still go on. */
  private static int split(String prose, Consumer<String> sentences) {
    int start = 0;
    Matcher end = END.matcher(prose);
    while (end.find()) {
      if (end.group("stop") == null || !goesOn(prose, start, end)) {
        sentences.accept(prose.substring(start, end.end()));
        start = end.end();
      }
    }
    return start;
  }

  /** Tells whether a stop is an abbreviation's, or one inside a quotation. */
  private static boolean goesOn(String prose, int start, Matcher end) {
    String sentence = prose.substring(start, end.end());
    return count(sentence, '“') > count(sentence, '”') || count(sentence, '"') % 2 == 1
        || ABBREVIATION.matcher(prose.substring(start, end.start())).find();
  }

  private static long count(String text, char mark) {
    return text.chars().filter(c -> c == mark).count();
  }

  /**
   * Reads one sentence.
   *
   * @param evidence the numbers that are known beside the markers in it
   */
  static Claim claim(String sentence, List<Integer> evidence) {
    List<Integer> numbers = new ArrayList<>(evidence);
    Matcher marker = MARKER.matcher(sentence);
    while (marker.find()) {
      numbers(marker.group(1)).forEach(number -> {
        if (!numbers.contains(number)) {
          numbers.add(number);
        }
      });
    }
    String text = DECORATION.matcher(marker.replaceAll("").strip()).replaceAll("").strip();
    return new Claim(text.replaceAll("\\s+", " "), numbers);
  }

  /** Reads "1", "1, 3" and "1-3". */
  static List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    Matcher each = Pattern.compile("(\\d{1,4})(?:\\s*[–-]\\s*(\\d{1,4}))?").matcher(text);
    while (each.find()) {
      int first = Integer.parseInt(each.group(1));
      int last = each.group(2) == null ? first : Integer.parseInt(each.group(2));
      for (int number = first; number <= Math.min(last, first + 9); number++) {
        numbers.add(number);
      }
    }
    return numbers;
  }
}
