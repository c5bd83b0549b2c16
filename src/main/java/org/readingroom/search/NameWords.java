package org.readingroom.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts names, and the questions that may hold them, into words that compare: without case, accents and plural. */
final class NameWords {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+(?:['’]\\p{L}+)*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern ENDING = Pattern.compile("['’]s?$|(?<=\\p{L}{3})s$");
  private static final Pattern APOSTROPHE = Pattern.compile("['’]");
  /** Words that do not tell one name from another. */
  private static final Set<String> LITTLE = Set.of("a", "an", "the", "of", "to", "and", "or", "in", "on",
      "for",
      "by", "with", "from", "at", "as", "into", "about", "its", "is", "how", "what", "why", "who", "when",
      "where",
      "your", "our", "my", "de", "la", "le", "der", "die", "das", "und", "et");

  private NameWords() {}

  /**
   * A word of a text.
   *
   * @param folded the word as it is compared
   * @param start where it stands in the text
   * @param end where it ends, with the ending of a possessive
   */
  record Word(String folded, int start, int end) {

    boolean isLittle() {
      return LITTLE.contains(folded);
    }

    boolean isCapital(String text) {
      return Character.isUpperCase(text.codePointAt(start)) || Character.isTitleCase(text.codePointAt(start));
    }
  }

  /**
   * Where a name stands among the words of a text.
   *
   * @param first the index of its first word
   * @param last the index of its last word
   */
  record Place(int first, int last) {

    int length() {
      return last - first + 1;
    }

    boolean isWithin(Place other) {
      return other.first <= first && last <= other.last && other.length() > length();
    }
  }

  /** Returns a text without case and accents. */
  static String folded(String text) {
    return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  /** Returns the words of a text, in order. */
  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String folded = ENDING.matcher(folded(word.group())).replaceFirst("");
      words.add(new Word(APOSTROPHE.matcher(folded).replaceAll(""), word.start(), word.end()));
    }
    return words;
  }

  /** Returns the words of a text as they are compared. */
  static List<String> foldedWords(String text) {
    return of(text).stream().map(Word::folded).toList();
  }

  /** Counts the words that tell a name from others; a number does only beside a word. */
  static int telling(List<String> name) {
    long words = name.stream().filter(word -> !LITTLE.contains(word)).count();
    return name.stream()
        .anyMatch(word -> !LITTLE.contains(word) && word.chars().anyMatch(Character::isLetter))
            ? (int) words
            : 0;
  }

  /** Returns where all words of a name follow each other. */
  static List<Place> places(List<String> name, List<Word> words) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i + name.size() <= words.size(); i++) {
      int at = 0;
      while (at < name.size() && words.get(i + at).folded().equals(name.get(at))) {
        at++;
      }
      if (at == name.size()) {
        places.add(new Place(i, i + at - 1));
      }
    }
    return places;
  }
}
