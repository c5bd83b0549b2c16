package org.readingroom.quotation;

import java.util.Optional;
import org.readingroom.passage.Span;

/** Finds quoted words in one text, typography and case aside, and no half of a word, number or compound. */
public final class WordsFinder {

  private WordsFinder() {}

  /**
   * Returns the first place of the words.
   *
   * @param within where they may begin and end; a word that its end cuts is taken in whole
   */
  public static Optional<Span> find(String words, String text, Span within) {
    int end = within.end();
    while (end < text.length() && !Folding.isSpace(text.charAt(end))) {
      end++;
    }
    FoldedText known = FoldedText.of(text.substring(within.start(), end));
    Quotation wanted = new Quotation(FoldedText.of(words));
    String key = lower(known.key());
    for (Quotation.Stretch reading : wanted.readings()) {
      String asked = lower(wanted.text().key().substring(reading.from(), reading.to()));
      if (asked.codePoints().noneMatch(Character::isLetterOrDigit)) {
        continue;
      }
      for (int at = key.indexOf(asked); at >= 0; at = key.indexOf(asked, at + 1)) {
        if (known.isWhole(at, at + asked.length())
            && wanted.text().isSetAs(reading.from(), reading.to(), known, at)) {
          return Optional.of(new Span(within.start() + known.start(at),
              within.start() + known.end(at + asked.length() - 1)));
        }
      }
    }
    return Optional.empty();
  }

  /** Returns a text in lower case, character by character, so that every one keeps its index. */
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.chars().forEach(character -> lower.append(Character.toLowerCase((char) character)));
    return lower.toString();
  }
}
