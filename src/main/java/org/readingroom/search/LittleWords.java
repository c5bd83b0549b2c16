package org.readingroom.search;

import java.util.Set;
import org.readingroom.search.ComparedText.Word;

/** Knows the words that change a statement little or in a known way. */
final class LittleWords {

  /** With or without these a sentence says the same. */
  private static final Set<String> EMPTY = Set.of("a", "an", "the", "that", "is", "are", "was", "were", "be",
      "been", "being", "has", "have", "had", "also", "which", "and", "then", "there", "comrade", "cde",
      "mr");
  private static final Set<String> PRONOUNS = Set.of("i", "we", "you", "he", "she", "it", "they", "me", "us",
      "him", "her", "them", "my", "our", "your", "his", "its", "their", "this", "these", "those");
  private static final Set<String> OF_WRITER = Set.of("i", "we", "me", "us", "my", "our", "myself",
      "ourselves");
  private static final Set<String> OF_READER = Set.of("you", "your", "yourself");
  /** What begins a phrase that says the same in another place; one with "of" belongs to what is before it. */
  private static final Set<String> MOVABLE = Set.of("in", "on", "at", "to", "for", "from", "with", "by",
      "about",
      "against", "between", "among", "during", "after", "before", "since", "through", "over", "under",
      "toward",
      "towards", "into", "within", "concerning", "regarding", "near", "along", "across");
  /** What only ties a sentence to the one before it. */
  private static final Set<String> CONNECTIVES = Set.of("however", "therefore", "thus", "moreover",
      "furthermore", "hence", "consequently", "nevertheless", "nonetheless", "besides", "accordingly",
      "meanwhile", "likewise", "too", "indeed", "first", "firstly", "second", "secondly", "third", "thirdly",
      "finally", "namely", "incidentally", "respectively", "yes", "yeah", "well");
  /** What makes of a statement another, or none. */
  private static final Set<String> CONDITIONS = Set.of("if", "unless", "whether", "except", "provided",
      "until", "supposing", "lest", "only", "hardly", "scarcely", "without");
  private static final Set<String> IFS = Set.of("if", "unless", "whether");
  private static final Set<String> DENIALS = Set.of("not", "never", "no", "none", "neither", "nor", "nobody",
      "nothing", "cannot");

  private LittleWords() {}

  static boolean isEmpty(Word word) {
    return EMPTY.contains(word.lower());
  }

  static boolean isPronoun(Word word) {
    return PRONOUNS.contains(word.lower());
  }

  static boolean isOfWriter(Word word) {
    return OF_WRITER.contains(word.lower());
  }

  static boolean isOfReader(Word word) {
    return OF_READER.contains(word.lower());
  }

  static boolean isMovable(Word word) {
    return MOVABLE.contains(word.lower());
  }

  static boolean isConnective(Word word) {
    return CONNECTIVES.contains(word.lower());
  }

  static boolean isCondition(Word word) {
    return CONDITIONS.contains(word.lower());
  }

  static boolean isIf(Word word) {
    return IFS.contains(word.lower());
  }

  static boolean isDenial(Word word) {
    return DENIALS.contains(word.lower()) || word.lower().endsWith("n't") || word.lower().endsWith("n’t");
  }
}
