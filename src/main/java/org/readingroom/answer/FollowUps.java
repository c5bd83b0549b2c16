package org.readingroom.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.text.Script;

/**
 * Makes a question that leans on earlier ones stand alone, by putting those before it.
 *
 * <p>
 * A question leans on what was said where it begins with a connective, points back with a pronoun before it has
 * named anything or at its very end, or, where names have capitals, is too short to name anything.
 */
final class FollowUps implements QueryTransformer {

  private static final Pattern CONNECTIVE = Pattern
      .compile(
          "^(?:and|but|so|then|also|what about|how about|who else|what else|where else|why not|why so)\\b");
  /** A pronoun, or a demonstrative that no noun follows. */
  private static final Pattern POINTER = Pattern
      .compile("(?U:\\b)(?:it|its|he|him|his|she|her|they|them|their|theirs"
          + "|(?<=\\b(?:was|is|did|does) )that|(?:that|this|those|these)(?=\\s*(?:[?.!,;]|$|(?:is|was|were|are|did|had|has"
          + "|report|reports|decision|proposal|request|plan|offer|answer|reply|letter|telegram|meeting)\\b)))(?U:\\b)");
  private static final Pattern NAMED = Pattern
      .compile("(?<=[\\p{L}\\d,] )\\p{Lu}\\p{L}+|\\b\\d{4}\\b|(?i:\\bdocument \\d+)");
  private static final int SHORT = 5;
  /** How many earlier questions are put before one that leans on them. */
  private static final int MOST = 2;

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
    List<String> parts = new ArrayList<>();
    for (int i = earlier.size() - 1; i >= 0 && parts.size() < MOST; i--) {
      parts.addFirst(earlier.get(i));
      if (!leans(earlier.get(i))) {
        break;
      }
    }
    parts.add(question);
    return String.join(" ", parts);
  }

  private static boolean leans(String question) {
    String lower = question.toLowerCase(Locale.ROOT);
    Matcher named = NAMED.matcher(question);
    int firstName = named.find() ? named.start() : Integer.MAX_VALUE;
    Matcher pointer = POINTER.matcher(lower);
    boolean pointsBack = pointer.find() && (pointer.start() < firstName || pointsAtItsEnd(lower));
    return CONNECTIVE.matcher(lower).find() || pointsBack
        || firstName == Integer.MAX_VALUE && Script.hasCase(question)
            && question.split("\\s+").length < SHORT;
  }

  private static boolean pointsAtItsEnd(String question) {
    return question.matches(".*\\b(?:it|that|this|them|those|these)\\s*[?.!]*\\s*");
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
