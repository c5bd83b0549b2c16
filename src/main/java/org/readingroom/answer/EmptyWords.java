package org.readingroom.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.readingroom.text.Script;

/** Recognises sentences that claim nothing about what was asked: questions, headings, names, talk of the evidence. */
final class EmptyWords {

  private static final Pattern QUESTION = Pattern.compile(
      "[?？؟][\\s”\"’')\\]」』）】]*$|^(?:who|whom|whose|what|which|when|where|why|how|did|do|does|is|are|was|were"
          + "|can|could|should|would)\\b[^,]*(?<!\\.)$",
      Pattern.CASE_INSENSITIVE);
  /** The evidence as what a sentence is about, not as who says something in it. */
  private static final Pattern ABOUT_EVIDENCE = Pattern.compile(
      "^(?:(?:based on|according to|from) )?(?:(?:this|these|the|all|both|no|none of the|any)\\s+)?(?:(?:provided|given|"
          + "numbered|above|following|available|first|second|third|last|other)\\s+)?(?:evidence|documents?|passages?|"
          + "texts?|sources?|excerpts?|context|information|quotations?|citations?|question|answer)\\b"
          + "(?:\\s+(?:\\d+|\\[\\d+\\]))?(?:\\s+(?:above|provided|given))?(?:\\W*$|\\s+(?:(?:do|does|did|is|are) not\\b|"
          + "(?:contains?|provides?|discuss(?:es)?|describes?|concerns?|answers?|supports?|mentions?|refers?|relates?|"
          + "includes?|lists?|addresses|gives?|covers?)\\b(?!\\s+that\\b)))",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern OF_ITSELF = Pattern.compile(
      "\\b(?:as an? (?:ai|language model|assistant)|i (?:cannot|can[’']t|do not have|don[’']t have)|"
          + "(?:no|not enough|insufficient) (?:information|evidence)|(?:is|are|was|were) not (?:mentioned|stated|specified|"
          + "provided))\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}’'-]*");
  /** The endings that a question and the claim that repeats it may differ in. */
  private static final Pattern ENDING = Pattern.compile("(?<=\\p{L}{3})(?:[’']s|e?s|e?d|ing|e)$");
  private static final Set<String> LITTLE = Set.of("the", "a", "an", "of", "to", "in", "on", "at", "and",
      "or", "is",
      "are", "was", "were", "be", "did", "do", "does", "who", "whom", "what", "which", "when", "where", "why",
      "how", "by",
      "for", "from", "with", "that", "this", "it", "as", "about", "there", "has", "have", "had");
  private static final int FEW = 3;
  /** A question that a claim may answer with the same words. */
  private static final Pattern YES_OR_NO = Pattern.compile(
      "^\\W*(?:did|do|does|is|are|was|were|has|have|had|can|could|will|would|should)\\b",
      Pattern.CASE_INSENSITIVE);

  private final Set<String> asked;

  EmptyWords(String question) {
    this.asked = YES_OR_NO.matcher(question).find() ? Set.of() : Set.copyOf(telling(words(question)));
  }

  /** Returns why a sentence claims nothing, in words; empty where it may claim something. */
  String fault(String sentence) {
    String plain = sentence.strip();
    List<String> words = words(plain);
    if (QUESTION.matcher(plain).find()) {
      return "it is a question";
    }
    if (Script.isSpaced(plain) && words.size() < FEW || Script.hasCase(plain) && isCapitalised(plain)) {
      return "it is a name, a number or a heading";
    }
    if (ABOUT_EVIDENCE.matcher(plain).find() || OF_ITSELF.matcher(plain).find()) {
      return "it speaks of the evidence and says nothing of it";
    }
    List<String> telling = telling(words);
    return telling.isEmpty() || asked.containsAll(telling) ? "it repeats the question" : "";
  }

  /** Tells whether no word but little ones begins with a small letter, as in names and headings. */
  private static boolean isCapitalised(String sentence) {
    return Arrays.stream(sentence.split("\\s+"))
        .noneMatch(word -> Character.isLowerCase(word.codePointAt(0)) && !LITTLE.contains(word));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(word -> word.group()).toList();
  }

  /** Returns the words that say something, without their endings. */
  private static List<String> telling(List<String> words) {
    return words.stream().filter(word -> !LITTLE.contains(word))
        .map(word -> ENDING.matcher(word).replaceFirst("")).toList();
  }
}
