package org.readingroom.library;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.readingroom.ingest.ParsedDocument;

/**
 * Tells the hyphens at which a line broke a word from those that belong to a compound: what the document has with a
 * hyphen within a line, too, is a compound.
 */
final class BrokenWords {

  private static final Pattern HYPHENATED = Pattern.compile("\\p{L}{1,40}[-\u2010]\\p{L}{1,40}");

  private BrokenWords() {}

  /** Returns where in the text the hyphens stand that broke a word, in order. */
  static List<Integer> in(ParsedDocument document) {
    List<Integer> ends = document.lineEndHyphens();
    if (ends.isEmpty()) {
      return ends;
    }
    String text = document.text();
    Set<Integer> atEnds = new HashSet<>(ends);
    Set<String> compounds = new HashSet<>();
    HYPHENATED.matcher(text).results()
        .filter(found -> !atEnds.contains(found.start() + hyphen(found.group())))
        .forEach(found -> compounds.add(folded(found.group())));
    return ends.stream()
        .filter(hyphen -> isLowerAfter(text, hyphen) && !compounds.contains(word(text, hyphen)))
        .toList();
  }

  private static int hyphen(String word) {
    int hyphen = word.indexOf('-');
    return hyphen < 0 ? word.indexOf('\u2010') : hyphen;
  }

  private static boolean isLowerAfter(String text, int hyphen) {
    return hyphen + 1 < text.length() && Character.isLowerCase(text.charAt(hyphen + 1)) && hyphen > 0
        && Character.isLetter(text.charAt(hyphen - 1));
  }

  /** Returns the word around a hyphen. */
  private static String word(String text, int hyphen) {
    int start = hyphen;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    int end = hyphen + 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return folded(text.substring(start, end));
  }

  private static String folded(String word) {
    return word.replace('\u2010', '-').toLowerCase(Locale.ROOT);
  }
}
