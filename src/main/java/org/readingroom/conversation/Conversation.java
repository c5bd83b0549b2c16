package org.readingroom.conversation;

import java.time.Instant;
import org.readingroom.collection.OneLine;

/**
 * Is a conversation in a list.
 *
 * @param title what it is called: the first question, until it is renamed
 * @param created when its first question came
 * @param changed when the last one did
 */
public record Conversation(String id, String title, Instant created, Instant changed) {

  /** The most characters in a title. */
  public static final int MAX_TITLE = 200;

  /** Returns the title of a conversation that begins with a question. */
  static String titleOf(String question) {
    String line = OneLine.of(question);
    if (line.length() <= MAX_TITLE) {
      return line;
    }
    int end = MAX_TITLE - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
