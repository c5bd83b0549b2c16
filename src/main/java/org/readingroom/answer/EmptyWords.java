package org.readingroom.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
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
          + "(?<verb>contains?|provides?|discuss(?:es)?|describes?|concerns?|answers?|supports?|mentions?|refers?|"
          + "relates?|includes?|lists?|addresses|gives?|covers?)\\b(?!\\s+that\\b)))",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern OF_ITSELF = Pattern.compile(
      "\\b(?:as an? (?:ai|language model|assistant)|i (?:cannot|can[’']t|do not have|don[’']t have)|"
          + "(?:no|not enough|insufficient) (?:information|evidence))\\b",
      Pattern.CASE_INSENSITIVE);
  /** Says at its end, of a pronoun or of the evidence that nothing is said; else something was not given. */
  private static final Pattern UNSAID = Pattern.compile(
      "^(?:it|this|that|these|those|they) (?:is|are|was|were) not (?:mentioned|stated|specified|provided)\\b"
          + "|\\b(?:is|are|was|were) not (?:mentioned|stated|specified|provided)"
          + "(?:\\W*$|(?:\\s+\\w+)?\\s+(?:in|by) (?:the|this|these|any)\\s+(?:\\w+\\s+)?(?:evidence|documents?"
          + "|passages?|texts?|sources?|excerpts?|context|information)\\b)",
      Pattern.CASE_INSENSITIVE);
  /** What the evidence is said to hold without saying anything of it. */
  private static final Pattern VAGUE = Pattern.compile(
      "^\\s*(?:(?:no|any|some|more|much|only|the|an?|relevant|enough|sufficient)\\s+)*(?:information|insufficient"
          + "|details?|evidence|context|answers?|questions?|nothing|facts?|data)\\b",
      Pattern.CASE_INSENSITIVE);
  /** How many words that say something are content, where none of them is a number. */
  private static final int CONTENT = 4;
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
    if (isOfEvidence(plain) || OF_ITSELF.matcher(plain).find() || UNSAID.matcher(plain).find()) {
      return "it speaks of the evidence and says nothing of it";
    }
    List<String> telling = telling(words);
    return telling.isEmpty() || asked.containsAll(telling) ? "it repeats the question" : "";
  }

  /** Tells whether a sentence is about the evidence and tells no more than the topic of it. */
  private static boolean isOfEvidence(String sentence) {
    Matcher about = ABOUT_EVIDENCE.matcher(sentence);
    if (!about.find()) {
      return false;
    }
    String held = sentence.substring(about.end());
    List<String> telling = telling(words(held));
    boolean content = telling.size() >= CONTENT
        || telling.size() > 1 && held.codePoints().anyMatch(Character::isDigit);
    return about.group("verb") == null || !content || VAGUE.matcher(held).find();
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
