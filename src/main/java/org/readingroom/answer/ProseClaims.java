package org.readingroom.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.passage.SentenceSplitter;

/** Reads claims out of prose: a sentence each, with the evidence in square brackets. */
final class ProseClaims {

  private static final String STOP = "(?<stop>[.!?])[”\"’')*“»«›‹」』❞〞〟″ʺ˝＂]*";
  /**
   * The end of a sentence: its stop, closing marks, its markers, and then room; or that of a line, with markers
   * that have the next line to themselves. What follows must have begun, for it may be a marker.
   */
  private static final Pattern END = Pattern.compile(STOP + "(?<markers>" + Pointers.MARKERS
      + "\\.?)?+(?=\\s{1,20}" + Pointers.NEXT + ")|\\n\\s{0,20}" + Pointers.MARKERS
      + "(?=[^\\S\\n]{0,20}\\n\\s{0,20}[^\\s<])|(?=\\n\\s{0,20}(?:"
      + Pointers.NEXT + "|" + Pointers.MARKERS + "[^\\S\\n]*[:.]?[^\\S\\n]*[\\p{L}“\"]))",
      Pattern.CASE_INSENSITIVE);
  /** The same where markers stand before their sentences. */
  private static final Pattern END_BEFORE_MARKER = Pattern
      .compile(STOP + "(?=\\s{1,20}(?:(?<markers>" + Pointers.OPEN + ")|[^\\s<]))|(?=\\n)");
  /** What models abbreviate beside what documents do. */
  private static final Pattern ABBREVIATION = Pattern.compile(
      "(?:\\b(?:ca|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Corp|[ap]\\.m)|(?U:\\b)\\p{Lu})\\.$");
  private static final Pattern ITEM_NUMBER = Pattern.compile("\\s*\\d{1,2}\\.");
  /** More characters than any abbreviation has, with what stands before it. */
  private static final int LONGEST_ABBREVIATION = 20;
  private static final Pattern DECORATION = Pattern
      .compile(
          "^(?:\\s*(?:[-*•>#|]+|\\d{1,2}[.)])\\s+)+|^(?:[\\s:.;]|,(?!,))+|[\\s|]+$|\\*\\*|__|^(?:```|~~~)\\w*|(?:```|~~~)$"
              + "|(?<![\\p{L}\\d*])\\*(?=\\S)|(?<=\\S)\\*(?![\\p{L}\\d*])");
  /** What stands before a sentence or a list and is no part of either. */
  private static final Pattern HEADING = Pattern.compile(
      "^(?:answer|final answer|response|note)[^\\S\\n]*:\\s*|^(?:sources?|references?|citations?|evidence)\\W*$",
      Pattern.CASE_INSENSITIVE);
  /** What a model says of where it has a sentence from. */
  private static final Pattern LEAD_IN = Pattern.compile(
      "^(?:based on|according to|from|per)\\s+(?:(?:the|this|these)\\s+(?:(?:provided|given|available|above)\\s+)?"
          + "|(?:provided|given|available|above)\\s+)(?:evidence|documents?|texts?|passages?|sources?|context|information)"
          + "(?:\\s+(?:provided|given|available|above|in the (?:evidence|documents?|texts?|passages?)))?,\\s*",
      Pattern.CASE_INSENSITIVE);
  /** What may become that. */
  private static final Pattern LEAD_IN_BEGUN = Pattern.compile("^(?:based on|according to|from|per)\\b[^,]*$",
      Pattern.CASE_INSENSITIVE);
  /** A line of words that the model says are another's. */
  private static final Pattern BLOCK_QUOTE = Pattern.compile("^\\s*>\\s*(?=[^>\\s“\"«„])");

  /** What may begin a quotation, a marker, a decoration or a thought. */
  private static final Pattern OPEN = Pattern.compile(
      "[\\[\\]【】［〔*_<{>|&^(\\\\\\n]|[,‚]{2}|[¹²³⁰⁴-⁹]|(?i:\\b(?:evidence|sources?|passages?|answer|response|note)\\b)");
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

  /** Returns the claims of prose that was broken off: the last one only if it ends as a sentence does. */
  static List<Claim> broken(String prose) {
    return read(prose + " A", false);
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
    String safe = rest.substring(0,
        Math.min(open.find() ? open.start() : rest.length(), Wording.opening(rest, 0)));
    int space = safe.lastIndexOf(' ');
    String text = claim(safe.substring(0, space + 1), List.of()).text();
    return text.split(" ").length < FEW || text.chars().noneMatch(Character::isLetterOrDigit)
        || LEAD_IN_BEGUN.matcher(text).find() ? "" : text;
  }

  /** Cuts prose into sentences and returns where the one begins that may still go on. */
  private static int split(String prose, Consumer<String> sentences) {
    int start = 0;
    Matcher end = (Pointers.LEADING.matcher(prose).lookingAt() ? END_BEFORE_MARKER : END).matcher(prose);
    while (end.find()) {
      if (end.group("stop") == null || !goesOn(prose, start, end)) {
        sentences.accept(prose.substring(start, end.end()));
        start = end.end();
      }
    }
    return start;
  }

  /** Tells whether a stop is an abbreviation's, which no marker follows, or one inside a quotation. */
  private static boolean goesOn(String prose, int start, Matcher end) {
    String last = prose.substring(Math.max(start, end.end("stop") - LONGEST_ABBREVIATION), end.end("stop"));
    return ITEM_NUMBER.matcher(last).matches()
        || end.group("markers") == null && last.endsWith(".") && (isBeforeSmallLetter(prose, end.end())
            || ABBREVIATION.matcher(last).find() || SentenceSplitter.endsInAbbreviation(last))
        || Wording.isOpen(prose.substring(start, end.end()));
  }

  private static boolean isBeforeSmallLetter(String prose, int end) {
    int next = end;
    while (next < prose.length() && " \t\n\u000b\f\r".indexOf(prose.charAt(next)) >= 0) {
      next++;
    }
    return next < prose.length() && Character.isLowerCase(prose.codePointAt(next));
  }

  /**
   * Reads one sentence.
   *
   * @param evidence the numbers that are known beside the markers in it
   */
  static Claim claim(String sentence, List<Integer> evidence) {
    List<Integer> numbers = new ArrayList<>(evidence);
    boolean quoted = BLOCK_QUOTE.matcher(sentence).find();
    String said = DECORATION
        .matcher(Pointers.take(DECORATION.matcher(sentence.strip()).replaceAll("").strip(), numbers))
        .replaceAll("");
    String whole = HEADING.matcher(said.strip()).replaceAll("").strip().replaceAll("\\s+", " ");
    Matcher leadIn = LEAD_IN.matcher(whole);
    String text = leadIn.find() ? Pointers.capitalised(whole.substring(leadIn.end())) : whole;
    return new Claim(quoted && !text.isEmpty() ? "“" + text + "”" : text, numbers);
  }
}
