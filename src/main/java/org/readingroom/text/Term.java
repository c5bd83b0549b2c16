package org.readingroom.text;

/**
 * One term of a text, as the index knows it: a stemmed word, a number, or the name of an authority entry.
 *
 * @param start the offset of its first character in the text
 * @param end the offset after its last character
 */
public record Term(String text, int start, int end) {

  /** Tells whether the term stands for an authority entry. */
  public boolean isName() {
    // A word of apostrophes alone has an empty term.
    return !text.isEmpty() && text.charAt(0) == TextAnalyzer.NAME_MARK;
  }
}
