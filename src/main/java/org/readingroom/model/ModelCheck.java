package org.readingroom.model;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Finds out whether the configured model can be reached and how fast it is. */
public final class ModelCheck {

  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final ResponseFormat SCHEMA = ResponseFormat.builder().type(ResponseFormatType.JSON)
      .jsonSchema(JsonSchema.builder().name("colour").rootElement(JsonObjectSchema.builder()
          .addStringProperty("colour").required("colour").additionalProperties(false).build()).build())
      .build();
  private static final String TASK = "Count from one to twenty in words.";

  private final ModelSettings settings;
  private final @Nullable LanguageModel model;

  public ModelCheck(ModelSettings settings, @Nullable LanguageModel model) {
    this.settings = settings;
    this.model = model;
  }

  /**
   * Is what was found out.
   *
   * @param provider the kind of server
   * @param url where it is, without anything secret; null for the extractive model
   * @param name the model's name
   * @param hasKey whether a key is set
   * @param models the models that the server has; empty where it does not say
   * @param fault why it does not answer; null where it does
   * @param firstWordMs the time to the first words, in milliseconds; null where it does not answer
   * @param tokensPerSecond how fast it writes after that; null where that cannot be told
   * @param contextTokens how many tokens the server says that the model takes at once; null where it does not say
   * @param takesSchema whether it keeps to a JSON schema; null where it does not answer at all
   * @param advice what had better be set otherwise, a sentence each
   */
  public record Status(String provider, @Nullable String url, String name, boolean hasKey,
      List<String> models, @Nullable String fault, @Nullable Long firstWordMs,
      @Nullable Double tokensPerSecond, @Nullable Integer contextTokens, @Nullable Boolean takesSchema,
      List<String> advice) {

    public Status {
      models = List.copyOf(models);
      advice = List.copyOf(advice);
    }
  }

  /** Asks the server for its models, and the model for a few words. */
  public Status run() {
    String provider = settings.provider().name().toLowerCase(Locale.ROOT);
    LanguageModel asked = model;
    if (asked == null) {
      return new Status(provider, null, provider, false, List.of(), null, null, null, null,
          null, List.of());
    }
    List<String> names = List.of();
    try {
      names = asked.names();
    } catch (ModelFault e) {
      // Servers that answer need not have a list; whether this one does is seen next.
    }
    Stopwatch watch = ask(asked, TASK, null);
    Throwable failure = watch.failure.get();
    Integer context = asked.contextTokens().orElse(null);
    Boolean schema = failure == null ? ask(asked, "Name a colour.", SCHEMA).failure.get() == null : null;
    return new Status(provider, settings.shownUrl(), asked.name(), settings.apiKey() != null, names,
        failure == null ? null : ModelCall.fault(failure).getMessage(), watch.firstMs(),
        watch.tokensPerSecond(), context, schema, advice(context, schema));
  }

  private Stopwatch ask(LanguageModel asked, String task, @Nullable ResponseFormat format) {
    Stopwatch watch = new Stopwatch();
    Duration wait = settings.timeout().compareTo(WAIT) < 0 ? settings.timeout() : WAIT;
    UserMessage message = UserMessage.from(task).toBuilder()
        .attributes(Map.of(CallLimits.ATTRIBUTE, CallLimits.within(wait, () -> false))).build();
    ChatRequest.Builder request = ChatRequest.builder().messages(message);
    asked.chat((format == null ? request : request.responseFormat(format)).build(), watch);
    return watch;
  }

  private List<String> advice(@Nullable Integer context, @Nullable Boolean schema) {
    List<String> advice = new ArrayList<>();
    if (context != null && context < settings.contextTokens()) {
      advice.add(
          "The server takes " + context + " tokens at once: set READING_ROOM_MODEL_CONTEXT_TOKENS=" + context
              + ", which is " + settings.contextTokens() + " now.");
    }
    if (Boolean.FALSE.equals(schema) && settings.output() == Output.SCHEMA) {
      advice.add("The server takes no JSON schema: set READING_ROOM_MODEL_OUTPUT=markers.");
    }
    return advice;
  }

  /** Takes the time of a reply. */
  private static final class Stopwatch implements StreamingChatResponseHandler {

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final long start = System.nanoTime();
    private long first;
    private long last;
    private int tokens;

    @Override
    public void onPartialResponse(String words) {
      last = System.nanoTime();
      first = first == 0 ? last : first;
      tokens++;
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      TokenUsage usage = response.tokenUsage();
      if (usage != null && usage.outputTokenCount() != null) {
        tokens = usage.outputTokenCount();
      }
    }

    @Override
    public void onError(Throwable error) {
      failure.set(error);
    }

    @Nullable
    Long firstMs() {
      return failure.get() != null || first == 0 ? null : (first - start) / 1_000_000;
    }

    @Nullable
    Double tokensPerSecond() {
      return failure.get() != null || tokens < 2 || last <= first
          ? null
          : (tokens - 1) * 1e9 / (last - first);
    }
  }
}
