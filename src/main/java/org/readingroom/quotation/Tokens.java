package org.readingroom.quotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Is a folded text as words and marks, to be aligned with another.
 *
 * @param text the text
 * @param tokens its words and marks in order
 */
record Tokens(FoldedText text, List<Token> tokens) {

  /**
   * Is a word, a mark of punctuation, or a dash.
   *
   * @param written the characters in their one form
   * @param from the index of its first character in the text's key; for a dash that of what follows
   * @param to the index after its last character; for a dash the same
   */
  record Token(String written, int from, int to) {

    boolean isDash() {
      return from == to;
    }

    boolean isWord() {
      return !isDash() && Folding.isWord(written.codePointAt(0));
    }

    String lower() {
      return written.toLowerCase(Locale.ROOT);
    }
  }

  static Tokens of(FoldedText text, int start, int end) {
    List<Token> tokens = new ArrayList<>();
    int at = start;
    while (at < end) {
      if (at > start && text.gap(at) == Gap.DASH) {
        tokens.add(new Token("-", at, at));
      }
      int to = at + 1;
      while (to < end && goesOn(text, to)) {
        to++;
      }
      tokens.add(new Token(text.key().substring(at, to), at, to));
      at = to;
    }
    return new Tokens(text, tokens);
  }

  private static boolean goesOn(FoldedText text, int index) {
    boolean bound = text.gap(index) == Gap.NONE || text.gap(index) == Gap.BROKEN;
    return bound && isWord(text, index - 1) && (isWord(text, index) || isApostrophe(text, index))
        || bound && isApostrophe(text, index - 1) && isWord(text, index);
  }

  private static boolean isWord(FoldedText text, int index) {
    return Folding.isWord(text.key().charAt(index));
  }

  /** Tells whether a mark stands within a word. */
  private static boolean isApostrophe(FoldedText text, int index) {
    return text.key().charAt(index) == Folding.QUOTE && index > 0 && isWord(text, index - 1)
        && text.gap(index) == Gap.NONE && index + 1 < text.length() && isWord(text, index + 1)
        && text.gap(index + 1) == Gap.NONE;
  }

  int size() {
    return tokens.size();
  }

  Token get(int index) {
    return tokens.get(index);
  }

  /** Returns where the token at an index starts in the source. */
  int start(int index) {
    Token token = tokens.get(index);
    return token.isDash() ? text.end(token.from() - 1) : text.start(token.from());
  }

  /** Returns where it ends in the source, exclusive. */
  int end(int index) {
    Token token = tokens.get(index);
    return token.isDash() ? text.start(token.from()) : text.end(token.to() - 1);
  }
}
