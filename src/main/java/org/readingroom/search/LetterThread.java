package org.readingroom.search;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Is the exchange that a question is about.
 *
 * @param replies numbers of the documents that reply to what the question is about, with how well they fit
 */
record LetterThread(Map<Integer, Double> replies) {

  /** Is no exchange. */
  static final LetterThread NONE = new LetterThread(Map.of());

  private static final Pattern REPLY = Pattern
      .compile(
          "\\b(?:answer(?:ed)?|repl(?:y|ied|ies)|respon(?:d|ded|se)|react(?:ed|ion)?|say to|think (?:of|about)"
              + "|agreed?|consent(?:ed)?|accept(?:ed)?|approved?|go(?:ne)? along|went along|refused?|reject(?:ed)?"
              + "|declined?|object(?:ed)?)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Tells whether a question asks what somebody said to something. */
  static boolean asksForReply(String question) {
    return REPLY.matcher(question).find();
  }
}
