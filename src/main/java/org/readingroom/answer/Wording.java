package org.readingroom.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.passage.Span;

/** Tells words in quotation marks from a model's own. */
final class Wording {

  /** Single marks that are no apostrophes: not between letters, with a word and a space at least inside. */
  private static final String SINGLE = "(?<![\\p{L}\\d])[‘‚'](?=\\S)(?<single>(?:[^‘’']|(?<=\\p{L})[’'](?=\\p{L}))*\\s(?:[^‘’']|(?<=\\p{L})[’'](?=\\p{L}))*)[’'](?![\\p{L}\\d])";
  private static final Pattern QUOTED = Pattern
      .compile("“(?<curly>[^”]*)(?:”|$)|\"(?<straight>[^\"]*)(?:\"|$)"
          + "|«(?<guillemets>[^»]*)(?:»|$)|„(?<low>[^“”]*)(?:[“”]|$)|[「『《‹](?<corner>[^」』》›]*)(?:[」』》›]|$)|``(?<tex>[^']*)(?:''|$)|"
          + SINGLE);
  private static final List<String> GROUPS = List.of("curly", "straight", "guillemets", "low", "corner",
      "tex",
      "single");
  private static final Pattern MARKS = Pattern.compile("[“”„‟«»‹›″＂\"「」『』《》]|``");

  private Wording() {}

  /**
   * Is a piece of a sentence.
   *
   * @param words without marks
   * @param quoted whether they stood in quotation marks
   */
  record Piece(String words, boolean quoted) {}

  /** Returns the pieces of a sentence in order; a mark that is never closed quotes to the end. */
  static List<Piece> pieces(String sentence) {
    List<Piece> pieces = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(sentence);
    int from = 0;
    while (quoted.find()) {
      if (quoted.start() > from) {
        pieces.add(new Piece(unmarked(sentence.substring(from, quoted.start())), false));
      }
      for (String group : GROUPS) {
        if (quoted.group(group) != null) {
          pieces.add(new Piece(quoted.group(group), true));
        }
      }
      from = quoted.end();
    }
    if (from < sentence.length()) {
      pieces.add(new Piece(unmarked(sentence.substring(from)), false));
    }
    return pieces;
  }

  /** Returns words without the marks that would make them look like a quotation. */
  static String unmarked(String words) {
    return MARKS.matcher(words).replaceAll("");
  }

  /**
   * Finds words in a text letter for letter, neither beginning nor ending inside a word.
   *
   * @param within where they may begin
   */
  static Optional<Span> exact(String words, String text, Span within) {
    int at = words.isEmpty() ? -1 : text.indexOf(words, within.start());
    while (at >= 0 && at < within.end()) {
      int end = at + words.length();
      if (isEdge(text, at) && isEdge(text, end)) {
        return Optional.of(new Span(at, end));
      }
      at = text.indexOf(words, at + 1);
    }
    return Optional.empty();
  }

  /** Tells whether a place is not inside a word. */
  private static boolean isEdge(String text, int at) {
    return at <= 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at - 1))
        || !Character.isLetterOrDigit(text.charAt(at));
  }
}
