package org.readingroom.answer;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.model.CallLimits;
import org.readingroom.model.LanguageModel;
import org.readingroom.model.ModelFault;

/** Lets a language model make a follow-up stand alone; where it does not do so well, the rules do. */
final class ModelFollowUps implements QueryTransformer {

  /** How much of the time that a question has may go into rewriting it. */
  private static final double SHARE = 0.25;
  private static final int LAST_MESSAGES = 6;
  private static final Pattern NAME_OR_NUMBER = Pattern.compile("(?<=\\S )\\p{Lu}[\\p{L}’'-]+|\\d[\\d,.]*");
  private static final Pattern AROUND = Pattern
      .compile("(?i)^(?:[-*>\\s\"“'`]|(?:rewritten |stand-?alone )?question:)+|[\"”'`\\s]+$");

  private final LanguageModel model;
  private final String prompt;
  private final FollowUps rules;

  ModelFollowUps(LanguageModel model, String prompt, FollowUps rules) {
    this.model = model;
    this.prompt = prompt;
    this.rules = rules;
  }

  @Override
  public Collection<Query> transform(Query query) {
    List<ChatMessage> memory = query.metadata() == null ? null : query.metadata().chatMemory();
    if (memory == null || memory.stream().noneMatch(UserMessage.class::isInstance)) {
      return List.of(query);
    }
    String said = conversation(memory);
    return rewritten(query, said).map(text -> (Collection<Query>) List.of(Query.from(text, query.metadata())))
        .orElseGet(() -> rules.transform(query));
  }

  private Optional<String> rewritten(Query query, String said) {
    InvocationParameters parameters = query.metadata().invocationParameters();
    CallLimits limits = parameters == null ? null : parameters.get(CallLimits.ATTRIBUTE);
    if (limits == null) {
      return Optional.empty();
    }
    String task = Prompts.fill(prompt, Map.of("conversation", said, "question", query.text()));
    try {
      return accepted(model.reply(List.of(UserMessage.from(task)), limits.share(SHARE)), query.text(), said);
    } catch (ModelFault fault) {
      if (fault.kind() == ModelFault.Kind.CANCELLED) {
        throw new AnswerCancelledException();
      }
      return Optional.empty();
    }
  }

  /** Returns a rewritten question if it is one, and names nothing that was not spoken of. */
  static Optional<String> accepted(String reply, String question, String said) {
    String text = AROUND.matcher(Claims.unthought(reply).strip())
        .replaceAll("");
    String known = (said + " " + question).toLowerCase(Locale.ROOT);
    boolean fits = !text.isBlank() && text.lines().count() == 1
        && text.length() <= Math.min(Question.MAX_LENGTH, 300 + 2 * question.length());
    Matcher names = NAME_OR_NUMBER.matcher(text);
    while (fits && names.find()) {
      fits = known.contains(names.group().toLowerCase(Locale.ROOT).replaceAll("['’]s?$|[.,]$", ""));
    }
    return fits ? Optional.of(text) : Optional.empty();
  }

  private static String conversation(List<ChatMessage> memory) {
    StringBuilder said = new StringBuilder();
    for (ChatMessage message : memory.subList(Math.max(0, memory.size() - LAST_MESSAGES), memory.size())) {
      line(message).ifPresent(line -> said.append(line).append('\n'));
    }
    return said.toString().strip();
  }

  private static Optional<String> line(@Nullable ChatMessage message) {
    if (message instanceof UserMessage user && user.hasSingleText()) {
      return Optional.of("Question: " + user.singleText());
    }
    return message instanceof AiMessage ai && ai.text() != null
        ? Optional.of("Answer: " + ai.text())
        : Optional.empty();
  }
}
