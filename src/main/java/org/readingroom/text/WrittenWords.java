package org.readingroom.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes the words out of a text as they are written. */
public final class WrittenWords {

  private static final int MAX_LENGTH = 64;
  /** A run of more letters is a sequence, or a script without spaces, and no term of an index can be as long. */
  private static final Pattern WORD = Pattern
      .compile("(?<!\\p{L})\\p{L}{1," + MAX_LENGTH + "}(?!\\p{L})");

  private WrittenWords() {}

  /** Returns the words in lower case, in their order. */
  public static List<String> of(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Returns the roots of the names. */
  public static Set<String> roots(String text) {
    return Demonyms.roots(text).stream().filter(root -> root.length() <= MAX_LENGTH)
        .collect(Collectors.toSet());
  }
}
