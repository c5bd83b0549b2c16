package org.readingroom.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What documents are asked to mention: a few words, no clause.
 *
 * @param words the words as written
 * @param when the time of the documents, where the question ends in one
 */
record Thing(String words, @Nullable Period when) {

  private static final Pattern MENTION = Phrase
      .words("(?:(?:that|which) )?(?:do |does |are |is )?(?:mention(?:s|ing)?"
          + "|refer(?:s|ring)? to|talk(?:s|ing)? about|speak(?:s|ing)? (?:of|about)|discuss(?:es|ing)?"
          + "|deal(?:s|ing)? with|about|concern(?:s|ing)?|regarding|on"
          + "|contain(?:s|ing)? the (?:word|words|phrase|name|term))");
  private static final Pattern ARTICLE = Phrase.words("a|an|the|any|some");
  /** A clause asks for what the documents say. */
  private static final Pattern CLAUSE = Pattern
      .compile("\\b(?:that|which|who|whom|whose|what|when|where|why|how|if"
          + "|whether|was|were|is|are|be|been|did|do|does|had|has|have|would|could|should|will|can|may|might|must|he|she"
          + "|it|they|his|her|its|their|him|them|this|these|those|you|your|me|my)\\b");
  private static final Pattern TIME = Phrase.words("in|from|during|before|after|since|dated|between");
  private static final int MAX_WORDS = 6;

  /** Takes a verb of mentioning and all that follows it. */
  static Optional<Thing> mentioned(Phrase phrase, List<Integer> years) {
    int start = phrase.mark();
    Optional<Thing> thing = phrase.take(MENTION) ? rest(phrase, years) : Optional.empty();
    if (thing.isEmpty()) {
      phrase.back(start);
    }
    return thing;
  }

  /** Takes all that is left of a question, if it names something. */
  static Optional<Thing> rest(Phrase phrase, List<Integer> years) {
    phrase.take(ARTICLE);
    String words = phrase.restAsWritten();
    String folded = phrase.rest();
    if (folded.isEmpty() || CLAUSE.matcher(folded).find()
        || folded.codePoints().noneMatch(Character::isLetter)) {
      return Optional.empty();
    }
    for (int space = words.indexOf(' '); space > 0; space = words.indexOf(' ', space + 1)) {
      Phrase tail = new Phrase(words.substring(space + 1));
      Optional<Period> when = tail.startsWith(TIME) ? Period.take(tail, years) : Optional.empty();
      if (when.isPresent() && tail.isAtEnd()) {
        return of(phrase, words.substring(0, space), when.get());
      }
    }
    return of(phrase, words, null);
  }

  private static Optional<Thing> of(Phrase phrase, String words, @Nullable Period when) {
    if (words.strip().split("\\s+").length > MAX_WORDS) {
      return Optional.empty();
    }
    phrase.takeRest();
    return Optional.of(new Thing(words.strip(), when));
  }
}
