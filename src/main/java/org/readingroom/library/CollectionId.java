package org.readingroom.library;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The ids that collections of files have. */
public final class CollectionId {

  /** The longest id. */
  public static final int MAX_LENGTH = 64;

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0," + (MAX_LENGTH - 1) + "}");
  /** Room for a number behind an id that looks like a title. */
  private static final int NUMBER = 8;

  private CollectionId() {}

  /** Tells whether a text can be an id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Returns an id that looks like a title, with room for a number behind it. */
  public static String like(String title) {
    String plain = Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return plain.isEmpty() ? "files" : plain.substring(0, Math.min(MAX_LENGTH - NUMBER, plain.length()));
  }
}
