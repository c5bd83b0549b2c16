package org.readingroom.search;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Is the exchange that a question is about.
 *
 * @param context numbers of the documents cited in the answer that the question leans on
 * @param replies numbers of the documents that reply to what the question is about, with how well they fit
 */
record LetterThread(Set<Integer> context, Map<Integer, Double> replies) {

  private static final Pattern REPLY = Pattern
      .compile("\\b(?:answer(?:ed)?|repl(?:y|ied|ies)|respon(?:d|ded|se)"
          + "|react(?:ed|ion)?|say (?:to|about|of)|think (?:of|about)|agreed?|accept(?:ed)?|go along|went along"
          + "|consent(?:ed)?|approved?|refused?|reject(?:ed)?|object(?:ed)?)\\b", Pattern.CASE_INSENSITIVE);

  /** Tells whether a question asks what somebody said to something. */
  static boolean asksForReply(String question) {
    return REPLY.matcher(question).find();
  }
}
