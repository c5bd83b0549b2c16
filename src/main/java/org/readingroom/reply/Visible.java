package org.readingroom.reply;

import java.util.regex.Pattern;

/** Says in the schemas of the API that a text must not be blank, as far as a regular expression of all dialects can. */
public final class Visible {

  /** Matches any character but spaces, control and format characters. */
  public static final String PATTERN = "[^\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u0600-\\u0605\\u061c\\u06dd\\u070f"
      + "\\u0890\\u0891\\u08e2\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u2064\\u2066-\\u206f\\u3000"
      + "\\ufeff\\ufff9-\\ufffb]";

  private static final Pattern ANYTHING = Pattern.compile(PATTERN);

  private Visible() {}

  /** Tells whether a text holds no half of a surrogate pair, which no reply could repeat. */
  public static boolean isWhole(String text) {
    return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }

  /** Tells whether a text has such a character. */
  public static boolean isIn(String text) {
    return ANYTHING.matcher(text).find();
  }
}
