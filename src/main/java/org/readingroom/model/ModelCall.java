package org.readingroom.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.readingroom.model.ModelFault.Kind;

/**
 * Is one call of a language model over all its attempts: takes what comes in the connection's threads, and
 * hands it on in the caller's.
 */
final class ModelCall {

  /** How often a waiting caller looks whether it is still wanted. */
  private static final long TICK_MILLIS = 25;

  /** Is something that came: words, the end, or why there is none. */
  private record Event(String words, @Nullable ChatResponse response, @Nullable Throwable failure) {}

  private final CallLimits limits;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private volatile boolean spoke;
  private volatile @Nullable Kind stopped;
  private volatile @Nullable ModelLine line;
  private volatile @Nullable CompletableFuture<ChatResponse> attempt;

  ModelCall(CallLimits limits) {
    this.limits = limits;
  }

  /** Makes one attempt, which ends when its stream does or when the call is stopped. */
  CompletionStage<ChatResponse> start(Function<HttpClientBuilder, StreamingChatModel> model,
      HttpClient client,
      ChatRequest request) {
    CompletableFuture<ChatResponse> outcome = new CompletableFuture<>();
    ModelLine opened = new ModelLine(client,
        () -> outcome.completeExceptionally(new ModelFault(Kind.BROKEN_OFF)));
    attempt = outcome;
    line = opened;
    Kind already = stopped;
    if (already != null) {
      outcome.completeExceptionally(new ModelFault(already));
      return outcome;
    }
    try {
      model.apply(opened.builder()).chat(request, new Ear(outcome));
    } catch (RuntimeException e) {
      outcome.completeExceptionally(fault(e));
    }
    return outcome;
  }

  /** Tells whether another attempt makes sense after a fault and that wait. */
  boolean mayRetry(ModelFault fault, Duration wait) {
    return fault.mayPass() && !spoke && stopped == null && wait.toNanos() < limits.nanosLeft();
  }

  /** Takes the outcome of the last attempt. */
  void ended(@Nullable ChatResponse response, @Nullable Throwable failure) {
    events.add(new Event("", response, response == null && failure == null
        ? new ModelFault(Kind.BROKEN_OFF)
        : failure));
  }

  /** Hands on what comes until the end, the deadline, or until nobody wants it. */
  void handOn(StreamingChatResponseHandler handler) {
    StringBuilder said = new StringBuilder();
    Enough enough = new Enough();
    try {
      while (true) {
        Event event = next();
        if (enough.cancelled) {
          stop(Kind.CANCELLED);
          handler.onCompleteResponse(
              ChatResponse.builder().aiMessage(AiMessage.from(said.toString())).build());
          return;
        }
        if (limits.cancelled().getAsBoolean()) {
          fail(Kind.CANCELLED, handler);
          return;
        }
        if (event == null) {
          if (limits.nanosLeft() <= 0) {
            fail(Kind.TIMEOUT, handler);
            return;
          }
        } else if (event.failure() != null) {
          handler.onError(fault(event.failure()));
          return;
        } else if (event.response() != null) {
          handler.onCompleteResponse(event.response());
          return;
        } else {
          said.append(event.words());
          handler.onPartialResponse(new PartialResponse(event.words()), new PartialResponseContext(enough));
        }
      }
    } catch (RuntimeException | Error e) {
      stop(Kind.CANCELLED);
      throw e;
    }
  }

  /** Returns what comes next, or null where nothing came for a moment or there is no more time. */
  private @Nullable Event next() {
    try {
      return limits.nanosLeft() <= 0 ? null : events.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelFault(Kind.CANCELLED);
    }
  }

  private void fail(Kind why, StreamingChatResponseHandler handler) {
    stop(why);
    handler.onError(new ModelFault(why));
  }

  private void stop(Kind why) {
    stopped = why;
    CompletableFuture<ChatResponse> running = attempt;
    if (running != null) {
      running.completeExceptionally(new ModelFault(why));
    }
    ModelLine open = line;
    if (open != null) {
      open.hangUp();
    }
  }

  /** Returns the fault that an exception of LangChain4j or of the connection means. */
  static ModelFault fault(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
      Kind kind = switch (cause) {
        case CallNotPermittedException open -> Kind.PAUSED;
        case HttpConnectTimeoutException slow -> Kind.UNREACHABLE;
        case HttpTimeoutException slow -> Kind.TIMEOUT;
        case ConnectException refused -> Kind.UNREACHABLE;
        case UnresolvedAddressException unknown -> Kind.UNREACHABLE;
        default -> null;
      };
      if (cause instanceof ModelFault fault) {
        return fault;
      }
      if (cause instanceof HttpFault http) {
        return new ModelFault(http.kind(), http.retryAfter(), null);
      }
      if (kind != null) {
        return new ModelFault(kind);
      }
    }
    return new ModelFault(Kind.BROKEN_OFF, null, thrown instanceof IOException ? thrown : null);
  }

  /** Lets whoever is handed words say that they are enough. */
  private static final class Enough implements StreamingHandle {

    private boolean cancelled;

    @Override
    public void cancel() {
      cancelled = true;
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }

  /** Hears one attempt. */
  private final class Ear implements StreamingChatResponseHandler {

    private final CompletableFuture<ChatResponse> outcome;

    Ear(CompletableFuture<ChatResponse> outcome) {
      this.outcome = outcome;
    }

    @Override
    public void onPartialResponse(String words) {
      if (!outcome.isDone()) {
        spoke = true;
        events.add(new Event(words, null, null));
      }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      FinishReason reason = response.finishReason();
      // Where there is no reason, the stream ended, but nothing in it said that it would.
      Kind fault = reason == null
          ? Kind.BROKEN_OFF
          : reason == FinishReason.CONTENT_FILTER
              ? Kind.REFUSED
              : reason == FinishReason.LENGTH && !spoke ? Kind.OUT_OF_TOKENS : null;
      if (fault == null) {
        outcome.complete(response);
      } else {
        outcome.completeExceptionally(new ModelFault(fault));
      }
    }

    @Override
    public void onError(Throwable error) {
      outcome.completeExceptionally(fault(error));
    }
  }
}
