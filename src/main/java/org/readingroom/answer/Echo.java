package org.readingroom.answer;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells when a model repeats what it was told instead of answering. */
final class Echo {

  /** How many words in a row are taken for a repetition. */
  private static final int WORDS = 5;

  private final Set<List<String>> told = new HashSet<>();

  /** Knows what the model was told. */
  Echo(String... prompts) {
    for (String prompt : prompts) {
      told.addAll(runs(prompt));
    }
  }

  boolean isHeardIn(String text) {
    return runs(text).stream().anyMatch(told::contains);
  }

  private static List<List<String>> runs(String text) {
    List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty()).toList();
    return words.size() < WORDS
        ? List.of()
        : java.util.stream.IntStream.rangeClosed(0, words.size() - WORDS)
            .mapToObj(start -> words.subList(start, start + WORDS)).toList();
  }
}
