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
  private static final String SINGLE = "(?<![\\p{L}\\d])[‘’‚‛'`](?=\\S)((?:[^‘’‛'`]|(?<=\\p{L})[’'](?=\\p{L}))*\\s(?:[^‘’‛'`]|(?<=\\p{L})[’'](?=\\p{L}))*)[’'‛`](?![\\p{L}\\d])";
  /** What opens a quotation, with what closes it; one that is never closed goes to the end. */
  private static final Pattern QUOTED = Pattern.compile(
      "“([^”]*)(?:”|$)|\"([^\"]*)(?:\"|$)|”([^”]*)(?:”|$)|‟([^‟”]*)(?:[‟”]|$)|«([^»]*)(?:»|$)|»([^«]*)(?:«|$)"
          + "|„([^“”]*)(?:[“”]|$)|[「『《‹❝〝]([^」』》›❞〞]*)(?:[」』》›❞〞]|$)|``([^']*)(?:''|$)|" + SINGLE);
  private static final Pattern MARKS = Pattern.compile("[“”„‟«»‹›″＂\"「『」』《》❝❞〝〞]|``");
  /** Marks as web pages write them. */
  private static final Pattern ENTITY = Pattern
      .compile("&(?:quot|[lr]dquo|bdquo|[lr]aquo|#34|#x22|#822[012]);|</?(?:q|blockquote)>",
          Pattern.CASE_INSENSITIVE);

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
    String plain = ENTITY.matcher(sentence).replaceAll("\"");
    List<Piece> pieces = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(plain);
    int from = 0;
    while (quoted.find()) {
      if (quoted.start() > from) {
        pieces.add(new Piece(unmarked(plain.substring(from, quoted.start())), false));
      }
      for (int group = 1; group <= quoted.groupCount(); group++) {
        if (quoted.group(group) != null) {
          pieces.add(new Piece(quoted.group(group), true));
        }
      }
      from = quoted.end();
    }
    if (from < plain.length()) {
      pieces.add(new Piece(unmarked(plain.substring(from)), false));
    }
    return pieces;
  }

  /** Returns words without the marks that would make them look like a quotation. */
  static String unmarked(String words) {
    return MARKS.matcher(ENTITY.matcher(words).replaceAll("")).replaceAll("");
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

  /** Tells whether a place is not inside a word or number. */
  private static boolean isEdge(String text, int at) {
    return !(isWord(text, at - 1) && isWord(text, at)) && !isSeparator(text, at - 1)
        && !isSeparator(text, at);
  }

  private static boolean isWord(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  /** Tells whether a mark stands between digits. */
  private static boolean isSeparator(String text, int at) {
    return at > 0 && at + 1 < text.length() && ",./".indexOf(text.charAt(at)) >= 0
        && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
  }
}
