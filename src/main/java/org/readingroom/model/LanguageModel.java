package org.readingroom.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.readingroom.model.ModelFault.Kind;

/**
 * Is the language model that is configured. A call returns when the reply is complete or given up: what comes
 * is handed on in the caller's thread, never later than the call's {@link CallLimits}.
 *
 * <p>
 * What may pass is tried again, as long as no word has come: after the wait that the server asks for, or one
 * that doubles. A server that keeps failing is left alone for a while. Every fault is a {@link ModelFault}.
 */
public final class LanguageModel implements StreamingChatModel, AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  /** How many calls in a row must fail before the server is left alone. */
  private static final int FAILURES = 5;

  private final ModelSettings settings;
  private final ModelFactory factory;
  private final HttpClient client;
  private final ScheduledExecutorService timer;
  private final CircuitBreaker breaker;

  public LanguageModel(ModelSettings settings) {
    this.settings = settings;
    this.factory = new ModelFactory(settings);
    this.client = HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1)
        .build();
    this.timer = Executors
        .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("model-retry").factory());
    this.breaker = CircuitBreaker.of("model",
        CircuitBreakerConfig.custom().slidingWindowSize(FAILURES).minimumNumberOfCalls(FAILURES)
            .failureRateThreshold(100).waitDurationInOpenState(settings.pause())
            .permittedNumberOfCallsInHalfOpenState(1).ignoreException(failure -> !isTheServersFault(failure))
            .build());
  }

  /** Tells whether a server is in trouble, and not only asked wrongly. */
  private static boolean isTheServersFault(Throwable failure) {
    return !(failure instanceof ModelFault fault) || fault.mayPass() || fault.kind() == Kind.TIMEOUT;
  }

  /** Returns the model's name on its server. */
  public String name() {
    return Objects.requireNonNull(settings.name());
  }

  public ModelSettings settings() {
    return settings;
  }

  /** Returns how many tokens a prompt may have, what the model writes left out. */
  public int promptTokens() {
    return settings.contextTokens() - factory.outputTokens();
  }

  /** Returns the names of the models that the server has. */
  List<String> names() {
    try {
      return factory.names(new ModelLine(client, () -> {}).builder());
    } catch (RuntimeException e) {
      throw ModelCall.fault(e);
    }
  }

  /** Returns how many tokens the server says that the model takes at once; nothing where it does not say. */
  Optional<Integer> contextTokens() {
    return new ContextSize(settings, new ModelLine(client, () -> {})).tokens();
  }

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    ModelCall call = new ModelCall(CallLimits.of(request, settings.timeout()));
    Retry retry = Retry.of("model", RetryConfig.<ChatResponse>custom().maxAttempts(settings.attempts())
        .retryOnException(
            failure -> failure instanceof ModelFault fault && call.mayRetry(fault, pause(1, fault)))
        .intervalBiFunction((attempt, outcome) -> pause(attempt, outcome.getLeft()).toMillis()).build());
    retry.executeCompletionStage(timer, () -> breaker.executeCompletionStage(() -> call.start(line -> factory
        .model(line), client, request))).whenComplete(call::ended);
    call.handOn(handler);
  }

  /** Returns the wait before the next attempt: what the server asks for, or one that doubles. */
  private Duration pause(int attempt, @Nullable Throwable failure) {
    Duration doubling = settings.backoff().multipliedBy(1L << Math.min(attempt - 1, 10));
    Duration asked = failure instanceof ModelFault fault ? fault.retryAfter() : null;
    return asked == null ? doubling : asked;
  }

  /**
   * Returns what the model replies to messages.
   *
   * @throws ModelFault if it does not
   */
  public String reply(List<ChatMessage> messages, CallLimits limits) {
    AtomicReference<String> reply = new AtomicReference<>("");
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    StreamingChatResponseHandler handler = new StreamingChatResponseHandler() {

      @Override
      public void onCompleteResponse(ChatResponse response) {
        reply.set(Objects.requireNonNullElse(response.aiMessage().text(), ""));
      }

      @Override
      public void onError(Throwable error) {
        failure.set(error);
      }
    };
    List<ChatMessage> limited = messages.stream()
        .map(message -> message instanceof dev.langchain4j.data.message.UserMessage user
            ? user.toBuilder().attributes(java.util.Map.of(CallLimits.ATTRIBUTE, limits)).build()
            : message)
        .toList();
    chat(ChatRequest.builder().messages(limited).build(), handler);
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw ModelCall.fault(thrown);
    }
    return reply.get();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    client.shutdownNow();
  }
}
