package org.readingroom.answer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.search.Filters;

/**
 * Is what a user asks.
 *
 * @param text the question as typed, stripped, of 1 to {@value #MAX_LENGTH} characters, of which at most
 *          {@value #MAX_MARKS} in a row are combining marks
 * @param conversationId the conversation it continues; null starts one
 * @param filters restricts the documents it may be answered from
 * @param maxCitations how many quotations are wanted at most, 1 to {@value #MAX_CITATIONS}
 */
public record Question(String text, @Nullable String conversationId, Filters filters, int maxCitations) {

  /** The most characters that a question may have. */
  public static final int MAX_LENGTH = 2_000;

  /** The most quotations in one answer, and the default. */
  public static final int MAX_CITATIONS = 5;

  /** The most combining marks in a row, as in Unicode's stream-safe texts (UAX #15); no writing needs so many. */
  static final int MAX_MARKS = 30;

  private static final Pattern SURPLUS_MARKS = Pattern.compile("(\\p{M}{" + MAX_MARKS + "})\\p{M}+");

  public Question {
    text = legible(stripped(text));
    if (text.codePoints().noneMatch(Question::isVisible)) {
      throw new InvalidQuestionException("The question is empty.");
    }
    if (text.length() > MAX_LENGTH) {
      throw new InvalidQuestionException("The question has " + text.length() + " characters; at most "
          + MAX_LENGTH + " are read.");
    }
    // Half a pair cannot be encoded in a reply, which repeats the question.
    if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
      throw new InvalidQuestionException("The question holds half a character.");
    }
    if (maxCitations < 1 || maxCitations > MAX_CITATIONS) {
      throw new IllegalArgumentException("max_citations is 1 to " + MAX_CITATIONS + ", not " + maxCitations);
    }
  }

  /**
   * Returns a text without the combining marks that are too many in a row: at each, a regular expression that looks for
   * the end of a word goes back to the first.
   */
  public static String legible(String text) {
    return SURPLUS_MARKS.matcher(text).replaceAll("$1");
  }

  /** Returns a text without white space at its ends, no-break spaces included. */
  private static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  private static boolean isVisible(int character) {
    return !isSpace(character) && !Character.isISOControl(character)
        && Character.getType(character) != Character.FORMAT;
  }

  /** Asks a question that starts a conversation, of all documents. */
  public static Question of(String text) {
    return new Question(text, null, Filters.NONE, MAX_CITATIONS);
  }
}
