package org.readingroom.shell;

import java.util.SplittableRandom;
import org.readingroom.reply.VisibleText;

/**
 * Sequences by which the program itself controls the terminal: colours, a line written over, the clipboard.
 *
 * <p>
 * Until they are written they stand between keys that are drawn at each start, so that no text from outside can hold
 * one: whatever it looks like, it is shown and not obeyed.
 */
final class Control {

  /** Need not be secret, only unknown to what was written before the start; a cryptographic one would delay that. */
  private static final String KEY = "\u001b" + Long.toHexString(new SplittableRandom().nextLong());

  private Control() {}

  /** Returns a sequence, to be put into text for a {@link ScreenWriter}. */
  static String of(String sequence) {
    return KEY + sequence + KEY;
  }

  /**
   * Returns a piece of text as a terminal takes it: the program's own sequences as they are, all else visible.
   *
   * @param visible holds what the pieces before it left open
   */
  static String write(String text, VisibleText visible) {
    if (text.indexOf('\u001b') < 0) {
      return visible.next(text);
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int start = text.indexOf(KEY); start >= 0; start = text.indexOf(KEY, from)) {
      int end = text.indexOf(KEY, start + KEY.length());
      if (end < 0) {
        break;
      }
      out.append(visible.next(text.substring(from, start))).append(visible.end())
          .append(text, start + KEY.length(), end);
      from = end + KEY.length();
    }
    return out.append(visible.next(text.substring(from))).toString();
  }
}
