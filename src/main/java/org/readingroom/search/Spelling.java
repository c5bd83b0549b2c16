package org.readingroom.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.text.Demonyms;

/**
 * Mends what a question misspells: a word that neither English nor any of the collections asked knows, where one letter
 * more, less, changed or swapped makes it a word of theirs.
 *
 * <p>
 * Short words and a word's first letter are left as they are: a name that the collection does not have must not become
 * one that it has.
 */
final class Spelling {

  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final int LEAST_LENGTH = 6;
  private static final int LEAST_LENGTH_OF_NAME = 7;
  /** What stands in the collection once only may be misspelt itself. */
  private static final int LEAST_COUNT = 2;

  private final List<IndexSnapshot> snapshots;
  private final Predicate<String> english;

  /**
   * Makes the spelling of collections that are asked together.
   *
   * @param english tells whether a word in lower case is an English one
   */
  Spelling(List<IndexSnapshot> snapshots, Predicate<String> english) {
    this.snapshots = List.copyOf(snapshots);
    this.english = english;
  }

  /** Returns a text with its words mended. */
  String mend(String text) {
    return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(mended(word.group())));
  }

  private String mended(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean name = Character.isUpperCase(word.charAt(0));
    if (lower.length() < (name ? LEAST_LENGTH_OF_NAME : LEAST_LENGTH)
        || snapshots.stream().anyMatch(snapshot -> isKnown(snapshot, word, name)) || english.test(lower)) {
      return word;
    }
    Map<String, Long> near = new HashMap<>();
    snapshots.forEach(snapshot -> snapshot.index().wordsNear(lower)
        .forEach((known, count) -> near.merge(known, count, Long::sum)));
    return near.entrySet().stream()
        .filter(known -> known.getValue() >= LEAST_COUNT)
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(
            Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .map(meant -> name ? meant.substring(0, 1).toUpperCase(Locale.ROOT) + meant.substring(1) : meant)
        .orElse(word);
  }

  /** Tells whether a collection has a word: a name just so, or a country's people; another in any ending. */
  private static boolean isKnown(IndexSnapshot snapshot, String word, boolean name) {
    return snapshot.analyzer().terms(word).stream()
        .anyMatch(term -> snapshot.holds(term.text()) && (!name || term.isName()))
        || snapshot.hasWord(word.toLowerCase(Locale.ROOT))
        || snapshot.hasRoot(Demonyms.root(word));
  }
}
