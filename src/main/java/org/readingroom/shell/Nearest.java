package org.readingroom.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the word that a misspelt one was meant to be. */
final class Nearest {

  private Nearest() {}

  /** Finds the nearest of some words, if one is near: a third of its letters changed at most. */
  static Optional<String> to(String typed, List<String> words) {
    return words.stream().filter(word -> distance(typed, word) <= Math.max(1, word.length() / 3))
        .min(Comparator.comparingInt(word -> distance(typed, word)));
  }

  /** Counts the letters to insert, delete or change (Levenshtein 1966). */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
