package org.readingroom.passage;

import java.util.regex.Pattern;
import org.readingroom.collection.Paragraph;

/**
 * Is one sentence of a document, or one row of a table.
 *
 * @param span where it stands in the document's text
 * @param role the role of its paragraph
 * @param paragraph the place of its paragraph in the document, from 0
 */
public record Sentence(Span span, Paragraph.Role role, int paragraph) {

  /** A name before what its bearer says: up to four capitalised words and a full stop or colon. */
  private static final Pattern SPEAKER = Pattern
      .compile("(?:\\p{Lu}[\\p{L}'’-]*\\s+){0,3}\\p{Lu}[\\p{L}'’-]*[.:]");

  /** Tells whether the words of a sentence are but the name of who speaks next. */
  public static boolean isSpeaker(String words) {
    return SPEAKER.matcher(words).matches();
  }
}
