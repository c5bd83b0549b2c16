package org.readingroom.answer;

import java.util.regex.Pattern;
import org.readingroom.passage.Sentence;

/** Recognises sentences that are not understood without the one before. */
final class Leaning {

  private static final Pattern BEGINNING = Pattern.compile(
      "^\\W*(?:he|she|it|they|this|these|that|those|his|her|their|its|such|then|there|however|but|and|or|so|therefore|"
          + "thus|also|moreover|besides|the (?:former|latter|same))\\b",
      Pattern.CASE_INSENSITIVE);

  private Leaning() {}

  /** Tells whether a sentence leans on the one before it: by its beginning, or since that says who speaks. */
  static boolean on(String before, String sentence) {
    return BEGINNING.matcher(sentence).find() || Sentence.isSpeaker(before);
  }
}
