package org.readingroom.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.passage.Span;

/** Tells words in quotation marks from a model's own, and finds where in a text they stand. */
final class Wording {

  /** Single marks that are no apostrophes: not between letters, with a word and a space at least inside. */
  private static final String SINGLE = "(?<![\\p{L}\\d])[‘‚'](?=\\S)(?<single>(?:[^‘’']|(?<=\\p{L})[’'](?=\\p{L}))*\\s(?:[^‘’']|(?<=\\p{L})[’'](?=\\p{L}))*)[’'](?![\\p{L}\\d])";
  private static final Pattern QUOTED = Pattern
      .compile("“(?<curly>[^”]*)(?:”|$)|\"(?<straight>[^\"]*)(?:\"|$)"
          + "|«(?<guillemets>[^»]*)(?:»|$)|„(?<low>[^“”]*)(?:[“”]|$)|「(?<corner>[^」]*)(?:」|$)|``(?<tex>[^']*)(?:''|$)|"
          + SINGLE);
  private static final List<String> GROUPS = List.of("curly", "straight", "guillemets", "low", "corner",
      "tex",
      "single");
  private static final Pattern MARKS = Pattern.compile("[“”„«»\"「」]|``");

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
   * Finds words in a text, white space, case, quotation marks and hyphens aside.
   *
   * @param within where they may begin and end
   * @return the place, from the first letter or digit to the last with the stop that follows it
   */
  static Optional<Span> find(String words, String text, Span within) {
    Folded wanted = Folded.of(words, 0, words.length());
    Folded known = Folded.of(text, within.start(), within.end());
    if (wanted.letters() == 0) {
      return Optional.empty();
    }
    for (int at = known.text().indexOf(wanted.text()); at >= 0; at = known.text().indexOf(wanted.text(),
        at + 1)) {
      int start = known.places()[at];
      int end = known.places()[at + wanted.text().length() - 1] + 1;
      if (isEdge(text, start) && isEdge(text, end)) {
        return Optional.of(new Span(start, end));
      }
    }
    return Optional.empty();
  }

  /** Tells whether a place is not inside a word. */
  private static boolean isEdge(String text, int at) {
    return at <= 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at - 1))
        || !Character.isLetterOrDigit(text.charAt(at));
  }

  /**
   * Is a text without what is set aside.
   *
   * @param places for each character its offset in the text
   * @param letters how many of them are letters or digits
   */
  private record Folded(String text, int[] places, int letters) {

    static Folded of(String text, int from, int to) {
      StringBuilder folded = new StringBuilder();
      int[] places = new int[to - from];
      int letters = 0;
      for (int i = from; i < to; i++) {
        char c = text.charAt(i);
        if (!isAside(c)) {
          places[folded.length()] = i;
          folded.append(Character.toLowerCase(c));
          letters += Character.isLetterOrDigit(c) ? 1 : 0;
        }
      }
      return new Folded(folded.toString(), places, letters);
    }

    private static boolean isAside(char c) {
      return Character.isWhitespace(c) || Character.isSpaceChar(c)
          || "“”„«»\"‘’‚'`´′″「」".indexOf(c) >= 0
          || Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u00AD' || c == '\u2212';
    }
  }
}
