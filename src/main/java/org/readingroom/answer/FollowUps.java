package org.readingroom.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.search.DateExpressions;
import org.readingroom.text.Script;

/**
 * Makes a question that leans on earlier ones stand alone, by putting those before it.
 *
 * <p>
 * A question leans on what was said where it begins with a connective, points back with a pronoun before it has
 * named anything or at its very end, asks for a reply without saying to what, or, where names have capitals, is
 * too short to name more than a time or a place.
 */
final class FollowUps implements QueryTransformer {

  private static final Pattern CONNECTIVE = Pattern
      .compile(
          "^(?:and|but|so|then|also|what about|how about|who else|what else|where else|why not|why so)\\b");
  /** What "it" points forward in, to what the question says itself. */
  private static final Pattern EXPLETIVE = Pattern
      .compile("(?i:\\b(?:is|was) it (?:true|correct|known|possible|likely|certain|clear)"
          + "(?= (?:that|whether|if|how|why|who|when|where|what|to|for)\\b))"
          + "|\\b[IiWw](?:s|as) it(?=(?: \\p{Lu}\\p{L}+)+ (?:who|whom|that|which)\\b)");
  /** A pronoun, or a demonstrative that no noun follows and that begins no relative clause. */
  private static final Pattern POINTER = Pattern
      .compile("(?U:\\b)(?:it|its|he|him|his|she|her|they|them|their|theirs"
          + "|(?<=\\b(?:was|is|did|does) )that|(?:this|those|these"
          + "|(?<=^|\\b(?:say|says|said|think|mean|why|how|when|where|if|whether|because) )that)"
          + "(?=\\s*(?:is|was|were|are|did|had|has)\\b)"
          + "|(?:that|this|those|these)(?=\\s*(?:[?.!,;]|$"
          + "|(?:report|reports|decision|proposal|request|plan|offer|answer|reply|letter|telegram|meeting)\\b)))"
          + "(?U:\\b)");
  private static final Pattern POINTER_AT_END = Pattern
      .compile("\\b(?:it|that|this|them|those|these)\\s*[?.!]*\\s*$");
  private static final Pattern PERSON_AT_END = Pattern.compile("\\b(?:him|her)\\s*[?.!]*\\s*$");
  /** What begins another clause, in which a pronoun may stand for whom the one before it names. */
  private static final Pattern CLAUSE = Pattern.compile(",|\\b(?:and|but|who|what|when|why|how)\\b");
  private static final Pattern ASKS_FOR_REPLY = Pattern
      .compile("^(?:(?:what|how|why|when|where) )?(?:did|does|do|has|had|would|could) (?:[^\\s\\d]+ ){1,3}"
          + "(?:reply|replied|respond(?:ed)?|answer(?:ed)?|agreed?|refused?|accept(?:ed)?|react(?:ed)?"
          + "|object(?:ed)?|say|said|think|thought)\\W*$");
  private static final Pattern PREPOSITION = Pattern
      .compile(
          "^(?:in|on|at|by|from|to|for|with|without|of|about|before|after|during|since|until|under|between"
              + "|near|against|through)\\b");
  private static final String NUMBERED = "|\\b\\d{4}\\b|(?i:\\bdocument \\d+)";
  private static final Pattern NAMED = Pattern
      .compile("(?<=[\\p{L}\\d,] )\\p{Lu}\\p{L}+(?:[ -]\\p{Lu}\\p{L}+)*" + NUMBERED);
  /** Where capitals tell nothing, a name is a subject without an article. */
  private static final Pattern NAMED_IN_ONE_CASE = Pattern
      .compile(
          "(?<=\\b(?:did|does) )(?!(?:the|an?|this|that|these|those|its?|he|his|she|her|they|their|we|our|you"
              + "|your|i|my|there|both|each|any\\p{L}*|some\\p{L}*|every\\p{L}*|no|all|most|many)\\b)\\p{L}{2,}"
              + NUMBERED);
  private static final int SHORT = 5;

  @Override
  public Collection<Query> transform(Query query) {
    List<String> earlier = questions(query);
    String text = resolve(query.text(), earlier);
    return List.of(query.metadata() == null ? Query.from(text) : Query.from(text, query.metadata()));
  }

  /** Returns the question as it is to be searched. */
  static String resolve(String question, List<String> earlier) {
    if (earlier.isEmpty() || !leans(question)) {
      return question;
    }
    int last = earlier.size() - 1;
    int subject = last;
    while (subject > 0 && leans(earlier.get(subject))) {
      subject--;
    }
    List<String> parts = new ArrayList<>();
    parts.add(earlier.get(subject));
    if (subject < last) {
      parts.add(earlier.get(last));
    }
    parts.add(question);
    return String.join(" ", parts);
  }

  private static boolean leans(String question) {
    String asked = EXPLETIVE.matcher(question).replaceAll("Whether");
    String lower = asked.toLowerCase(Locale.ROOT);
    List<MatchResult> names = (isInOneCase(question)
        ? NAMED_IN_ONE_CASE.matcher(lower)
        : NAMED.matcher(asked))
        .results().toList();
    return CONNECTIVE.matcher(lower).find() || pointsBack(lower, names)
        || ASKS_FOR_REPLY.matcher(lower).find()
        || Script.hasCase(question) && question.split("\\s+").length < SHORT
            && (names.isEmpty() || PREPOSITION.matcher(lower).find() || isDate(question));
  }

  private static boolean pointsBack(String question, List<MatchResult> names) {
    Matcher pointer = POINTER.matcher(question);
    return pointer.find() && (names.isEmpty() || pointer.start() < names.getFirst().start()
        || POINTER_AT_END.matcher(question).find()
        // The one who does it is not the one it is done to; of two people named it may be either.
        || names.size() == 1 && PERSON_AT_END.matcher(question).find()
            && !CLAUSE.matcher(question).region(names.getFirst().end(), question.length()).find());
  }

  /** Tells whether capitals tell nothing, since there are none or nothing else. */
  private static boolean isInOneCase(String question) {
    return question.chars().noneMatch(Character::isUpperCase)
        || question.chars().noneMatch(Character::isLowerCase);
  }

  /** Tells whether a question is a date and nothing else. */
  private static boolean isDate(String question) {
    String words = question.replaceAll("^\\W+|\\W+$", "");
    return DateExpressions.find(question).stream().anyMatch(date -> date.span().of(question).equals(words));
  }

  private static List<String> questions(Query query) {
    @Nullable
    List<ChatMessage> memory = query.metadata() == null ? null : query.metadata().chatMemory();
    return memory == null
        ? List.of()
        : memory.stream().filter(UserMessage.class::isInstance).map(m -> ((UserMessage) m).singleText())
            .toList();
  }
}
