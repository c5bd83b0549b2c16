package org.readingroom.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.passage.Span;
import org.readingroom.quotation.QuotationMarks;

/** Tells words in quotation marks from a model's own. */
final class Wording {

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
    String plain = PlainMarks.of(sentence);
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    int open = opening(plain, 0);
    while (open < plain.length()) {
      if (open > from) {
        pieces.add(new Piece(unmarked(plain.substring(from, open)), false));
      }
      int inside = open + Character.charCount(plain.codePointAt(open));
      int close = closing(plain, open, inside);
      pieces.add(new Piece(plain.substring(inside, close), true));
      from = close == plain.length() ? close : close + Character.charCount(plain.codePointAt(close));
      open = opening(plain, from);
    }
    if (from < plain.length()) {
      pieces.add(new Piece(unmarked(plain.substring(from)), false));
    }
    return pieces;
  }

  /** Returns where the first quotation opens, or the length of the text. */
  static int opening(String text, int from) {
    int at = from;
    while (at < text.length() && !opens(text, at)) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static boolean opens(String text, int at) {
    int mark = text.codePointAt(at);
    boolean afterWord = at > 0 && Character.isLetterOrDigit(text.codePointBefore(at));
    if (QuotationMarks.isDouble(mark)) {
      // Seconds and inches are no quotation.
      return !((mark == '″' || mark == 'ʺ') && at > 0 && Character.isDigit(text.codePointBefore(at)));
    }
    int next = at + Character.charCount(mark);
    return QuotationMarks.isSingle(mark) && !afterWord && next < text.length()
        && !Character.isWhitespace(text.codePointAt(next));
  }

  /** Returns where a quotation ends, or the length of the text. */
  private static int closing(String text, int open, int from) {
    return QuotationMarks.isDouble(text.codePointAt(open))
        ? closingDouble(text, open, from)
        : closingSingle(text, from);
  }

  /** Finds the mark that belongs to the first, or else the next of its kind. */
  private static int closingDouble(String text, int open, int from) {
    int any = text.length();
    for (int at = from; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int other = text.codePointAt(at);
      if (QuotationMarks.isDouble(other)) {
        if (closes(text.codePointAt(open), other)) {
          return at;
        }
        any = Math.min(any, at);
      }
    }
    return any;
  }

  /**
   * Finds the last mark before another quotation opens: those before it may be apostrophes of plurals. A quotation in
   * double marks may lie within; a double mark that closes none of these closes the single one.
   */
  private static int closingSingle(String text, int from) {
    int last = text.length();
    int within = 0;
    for (int at = from; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      boolean single = QuotationMarks.isSingle(text.codePointAt(at));
      boolean closes = at > from && isBehindWord(text, at)
          && !Character.isWhitespace(text.codePointBefore(at));
      if (single && closes) {
        last = at;
      } else if (QuotationMarks.isDouble(text.codePointAt(at)) && closes) {
        if (within == 0) {
          return at;
        }
        within--;
      } else if (opens(text, at)) {
        if (single || last < text.length()) {
          return last;
        }
        within++;
      }
    }
    return last;
  }

  /** Tells whether a single mark stands where one that closes does, which one between letters does not. */
  private static boolean isBehindWord(String text, int at) {
    int next = at + Character.charCount(text.codePointAt(at));
    return next >= text.length() || !Character.isLetterOrDigit(text.codePointAt(next));
  }

  private static boolean closes(int open, int mark) {
    return switch (open) {
      case '“' -> mark == '”';
      case '„' -> mark == '“' || mark == '”';
      case '‟' -> mark == '‟' || mark == '”';
      case '«' -> mark == '»';
      case '»' -> mark == '«';
      case '‹' -> mark == '›';
      case '›' -> mark == '‹';
      case '❝' -> mark == '❞';
      case '〝' -> mark == '〞' || mark == '〟';
      default -> Character.getType(open) == Character.START_PUNCTUATION ? mark == open + 1 : mark == open;
    };
  }

  /** Tells whether a sentence ends within a quotation; what may be an apostrophe does not open one here. */
  static boolean isOpen(String sentence) {
    int at = 0;
    while (at < sentence.length()) {
      int mark = sentence.codePointAt(at);
      int next = at + Character.charCount(mark);
      if (QuotationMarks.isDouble(mark) && next < sentence.length()
          && !Character.isWhitespace(sentence.codePointAt(next))
          && (at == 0 || !Character.isLetterOrDigit(sentence.codePointBefore(at)))) {
        int close = closing(sentence, at, next);
        if (close == sentence.length()) {
          return true;
        }
        next = close + Character.charCount(sentence.codePointAt(close));
      }
      at = next;
    }
    return false;
  }

  /** Returns words without the marks that would make them look like a quotation; apostrophes stay. */
  static String unmarked(String words) {
    String plain = PlainMarks.of(words);
    StringBuilder unmarked = new StringBuilder();
    for (int at = 0; at < plain.length(); at += Character.charCount(plain.codePointAt(at))) {
      int character = plain.codePointAt(at);
      if (!QuotationMarks.isDouble(character)
          && (!QuotationMarks.isSingle(character) || isApostrophe(plain, at))) {
        unmarked.appendCodePoint(character);
      }
    }
    return unmarked.toString();
  }

  /** Tells whether a mark is one within a word, before a year, or behind a plural or a number. */
  private static boolean isApostrophe(String text, int at) {
    boolean behind = at > 0 && Character.isLetterOrDigit(text.codePointBefore(at));
    boolean within = behind && !isBehindWord(text, at);
    return within || "'’ʼ′".indexOf(text.codePointAt(at)) >= 0 && (behind || !isBehindWord(text, at));
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
