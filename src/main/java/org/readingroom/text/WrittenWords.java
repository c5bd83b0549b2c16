package org.readingroom.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes the words out of a text as they are written. */
public final class WrittenWords {

  private static final int MAX_LENGTH = 64;
  /** A run of more letters is a sequence, or a script without spaces, and no term of an index can be as long. */
  private static final Pattern WORD = Pattern
      .compile("(?<!\\p{L})\\p{L}{1," + MAX_LENGTH + "}(?!\\p{L})");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_]+");

  private WrittenWords() {}

  /** Returns the words in lower case, in their order. */
  public static List<String> of(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  /**
   * Returns what two texts that say the same share: words and numbers in lower case, and of writing that does not tell
   * where words end the pairs of characters.
   */
  public static Set<String> compared(String text) {
    return BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty())
        .flatMap(word -> parts(word).stream()).collect(Collectors.toCollection(HashSet::new));
  }

  private static List<String> parts(String word) {
    int[] characters = word.codePoints().toArray();
    return characters.length < 2 || Arrays.stream(characters).noneMatch(Script::isUnspaced)
        ? List.of(word)
        : IntStream.range(1, characters.length).mapToObj(i -> new String(characters, i - 1, 2)).toList();
  }

  /** Returns the roots of the names. */
  public static Set<String> roots(String text) {
    return Demonyms.roots(text).stream().filter(root -> root.length() <= MAX_LENGTH)
        .collect(Collectors.toSet());
  }
}
