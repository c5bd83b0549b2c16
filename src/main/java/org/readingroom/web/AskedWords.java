package org.readingroom.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.answer.Question;

/** Derives a title, tags and follow-up questions for a chat from what its user asked. */
final class AskedWords {

  private static final int LONGEST_TITLE = 5;
  private static final int MOST_CHARACTERS = 60;
  private static final int MOST_NAMES = 2;
  private static final String UNTITLED = "New Chat";
  /** May stand within a word, but neither begin nor end it. */
  private static final String WITHIN = "'’.-";

  /** Say little of what a question is about. */
  private static final Set<String> LITTLE = Set.of("a", "an", "the", "of", "in", "on", "at", "to", "for",
      "from",
      "by", "with", "about", "and", "or", "is", "are", "was", "were", "be", "been", "do", "does", "did",
      "has",
      "have", "had", "can", "could", "would", "should", "will", "may", "might", "what", "which", "who",
      "whom",
      "whose", "when", "where", "why", "how", "much", "many", "that", "this", "these", "those", "there", "it",
      "its", "he", "she", "they", "his", "her", "their", "i", "you", "we", "me", "my", "please", "tell",
      "show",
      "say", "says", "said");

  private final List<String> words;

  AskedWords(String asked) {
    String read = asked.substring(0, Math.min(asked.length(), Question.MAX_LENGTH));
    this.words = Stream.of(read.split("[^\\p{L}\\p{M}\\p{N}'’.-]+")).map(AskedWords::bare)
        .filter(word -> !word.isEmpty()).toList();
  }

  private static String bare(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && WITHIN.indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && WITHIN.indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(start, end);
  }

  /** Returns a title of a few words: the question where it is short, and what it is about otherwise. */
  String title() {
    List<String> telling = words.stream().filter(word -> !isLittle(word)).toList();
    String title = (words.size() <= LONGEST_TITLE || telling.isEmpty() ? words : telling).stream()
        .limit(LONGEST_TITLE).map(AskedWords::capitalised).collect(Collectors.joining(" "));
    if (title.length() > MOST_CHARACTERS) {
      int end = title.offsetByCodePoints(0, title.codePointCount(0, MOST_CHARACTERS) - 1);
      return title.substring(0, end).strip() + "…";
    }
    return title.isEmpty() ? UNTITLED : title;
  }

  /** Returns the names in the question, or that there are none. */
  List<String> tags() {
    List<String> names = names();
    return names.isEmpty() ? List.of("General") : names;
  }

  /** Returns questions about the names in this one, and about the collection, which are answered from its lists. */
  List<String> followUps() {
    List<String> questions = new ArrayList<>();
    names().forEach(name -> questions.add("Which documents mention " + name + "?"));
    questions.add("What are these documents about?");
    questions.add("Who are the main correspondents?");
    return questions;
  }

  /** Returns the first names: words with a capital in a row, but for one that only begins the question. */
  private List<String> names() {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (int i = 0; i <= words.size(); i++) {
      String word = i < words.size() ? words.get(i) : "";
      if (!word.isEmpty() && Character.isUpperCase(word.codePointAt(0)) && !isLittle(word)) {
        name.append(name.isEmpty() ? "" : " ").append(word.replaceAll("['’]s$", ""));
      } else if (!name.isEmpty()) {
        names.add(name.toString());
        name.setLength(0);
      }
    }
    return names.stream().distinct().limit(MOST_NAMES).toList();
  }

  private static boolean isLittle(String word) {
    return LITTLE.contains(word.toLowerCase(Locale.ROOT));
  }

  private static String capitalised(String word) {
    int end = word.offsetByCodePoints(0, 1);
    return word.substring(0, end).toUpperCase(Locale.ROOT) + word.substring(end);
  }
}
