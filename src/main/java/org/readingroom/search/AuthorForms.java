package org.readingroom.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.readingroom.search.NameWords.Place;
import org.readingroom.search.NameWords.Word;

/** Shortens authors' names as people do who name a text by them, and tells whether a question means such a text. */
final class AuthorForms {

  /** What texts and their authors do. */
  static final String SAYS = "(?:say|write|state|mention|tell|argue|report|find|show|claim|describe|define|propose"
      + "|conclude|recommend|suggest|explain|think|discuss|note|observe|measure|present)(?:s|d|ed)?"
      + "|said|wrote|told|found|thought|shown";

  private static final Pattern ADDRESS = Pattern.compile("<[^>]*>|\\([^)]*\\)|\\S+@\\S+");
  private static final Pattern PEOPLE = Pattern.compile("\\s*(?:;|&|\\band\\b)\\s*");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern NO_NAME = Pattern.compile("\\p{L}|jr|sr|ii|iii|iv|phd|md|dr|prof|mr|mrs|ms");
  /** Bodies have longer names, of which the last word alone is nobody's. */
  private static final int MAX_WORDS = 4;
  private static final int LEAST_LENGTH = 2;
  private static final int BESIDE = 4;

  private static final String YEAR = "\\s*[(\\[,]?\\s*(?:1\\d|20)\\d\\d\\b";
  private static final Pattern BY = Pattern.compile(
      "\\b(?:by|from|according to|per|see)\\s+(?:(?:\\p{L}[\\p{L}.'’-]*,?\\s+(?:(?:and|&)\\s+)?){0,4})$",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern AFTER = Pattern
      .compile("\\s+et\\s+al\\b|" + YEAR + "|(?:,?\\s+(?:and|&)\\s+\\p{L}[\\p{L}'’-]+)?"
          + "(?:" + YEAR + "|\\s+(?:" + SAYS + ")\\b)");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");

  private AuthorForms() {}

  /** Returns the forms of an author's name, as words that compare: the family name, and the whole. */
  static Set<List<String>> of(String author) {
    Set<List<String>> forms = new LinkedHashSet<>();
    String plain = ADDRESS.matcher(author).replaceAll(" ").strip();
    for (String people : PEOPLE.split(plain)) {
      String[] parts = COMMA.split(people);
      boolean familyFirst = parts.length == 2 && NameWords.of(parts[0]).size() <= 2;
      if (familyFirst) {
        add(forms, words(parts[1]), words(parts[0]));
      } else {
        Stream.of(parts).map(AuthorForms::words).filter(name -> !name.isEmpty())
            .forEach(name -> add(forms, name.subList(0, name.size() - 1),
                name.subList(name.size() - 1, name.size())));
      }
    }
    return forms;
  }

  /** Returns the words of a name as they are compared, without initials and titles. */
  static List<String> words(String name) {
    return NameWords.foldedWords(name).stream().filter(word -> !NO_NAME.matcher(word).matches()).toList();
  }

  private static void add(Set<List<String>> forms, List<String> given, List<String> family) {
    List<String> whole = new ArrayList<>(given);
    whole.addAll(family);
    if (!family.isEmpty() && whole.size() <= MAX_WORDS && family.getLast().length() >= LEAST_LENGTH) {
      forms.add(family);
    }
    if (whole.size() > 1) {
      forms.add(whole);
    }
  }

  /** Tells whether a place in a question that has an author's name means what the author wrote. */
  static boolean isMeant(Place place, List<Word> words, String text) {
    Word last = words.get(place.last());
    boolean capital = words.get(place.first()).isCapital(text)
        || text.chars().skip(1).noneMatch(Character::isUpperCase);
    Matcher after = AFTER.matcher(text).region(last.end(), text.length());
    return capital && (BY.matcher(text.substring(0, words.get(place.first()).start())).find()
        || isPossessive(last, text) || after.lookingAt());
  }

  private static boolean isPossessive(Word word, String text) {
    return POSSESSIVE.matcher(text.substring(word.start(), word.end())).find();
  }

  /** Returns the words that may say which of an author's texts is meant: the survey by Smith, Smith's 2017 survey. */
  static Set<String> beside(Place place, List<Word> words, String text) {
    Set<String> beside = new HashSet<>();
    int by = place.first() - 1;
    while (by > 0 && place.first() - by <= BESIDE && !words.get(by).folded().equals("by")) {
      by--;
    }
    if (by > 0 && words.get(by).folded().equals("by")) {
      words.subList(Math.max(0, by - BESIDE), by).forEach(word -> beside.add(word.folded()));
    }
    if (isPossessive(words.get(place.last()), text)) {
      words.subList(place.last() + 1, Math.min(words.size(), place.last() + 1 + BESIDE))
          .forEach(word -> beside.add(word.folded()));
    }
    return beside;
  }
}
