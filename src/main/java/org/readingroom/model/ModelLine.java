package org.readingroom.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries one exchange with a model's server, which can be broken off at any moment, before the first byte
 * too.
 *
 * <p>
 * LangChain4j's own client can be stopped only once words come, keeps no headers of a refusal and does not tell
 * when a stream ends without an end.
 */
final class ModelLine implements HttpClient {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_BYTES = 8 << 20;
  private static final int MOST_REFUSAL = 1 << 16;
  /** The longest wait for what a server need not think about. */
  private static final Duration ANSWER_AT_ONCE = Duration.ofSeconds(10);

  private final java.net.http.HttpClient client;
  private final Runnable whenClosed;
  private volatile boolean hungUp;
  private volatile @Nullable CompletableFuture<?> sending;
  private volatile @Nullable InputStream body;

  /**
   * Makes a line over a client that many share.
   *
   * @param whenClosed is run when a stream has ended, after everything in it was heard
   */
  ModelLine(java.net.http.HttpClient client, Runnable whenClosed) {
    this.client = client;
    this.whenClosed = whenClosed;
  }

  /** Breaks the exchange off; the server sees its connection closed. */
  void hangUp() {
    hungUp = true;
    CompletableFuture<?> request = sending;
    if (request != null) {
      request.cancel(true);
    }
    close(body);
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(jdk(request).timeout(ANSWER_AT_ONCE).build(),
          BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() / 100 != 2 || HttpFault.isWebPage(response.headers())) {
        throw new HttpFault(response.statusCode(), response.headers(), response.body());
      }
      return SuccessfulHttpResponse.builder().statusCode(response.statusCode())
          .headers(response.headers().map()).body(response.body()).build();
    } catch (IOException e) {
      throw new CompletionException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  @Override
  public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    CompletableFuture<HttpResponse<InputStream>> response = client.sendAsync(jdk(request).build(),
        BodyHandlers.ofInputStream());
    sending = response;
    if (hungUp) {
      response.cancel(true);
    }
    response.thenAcceptAsync(opened -> hear(opened, parser, new FaultListener(listener)),
        Thread::startVirtualThread)
        .whenComplete((done, failure) -> {
          if (failure != null) {
            listener.onError(failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure);
          }
          whenClosed.run();
        });
  }

  private void hear(HttpResponse<InputStream> response, ServerSentEventParser parser,
      ServerSentEventListener listener) {
    try (InputStream stream = new Bounded(response.body())) {
      body = stream;
      if (hungUp) {
        return;
      }
      if (response.statusCode() / 100 != 2 || HttpFault.isWebPage(response.headers())) {
        throw new HttpFault(response.statusCode(), response.headers(),
            isOneObject(response) ? refusal(stream) : "");
      }
      listener.onOpen(SuccessfulHttpResponse.builder().statusCode(response.statusCode())
          .headers(response.headers().map()).build());
      if (isOneObject(response)) {
        listener.onEvent(new ServerSentEvent(null, asChunk(new String(stream.readAllBytes(),
            StandardCharsets.UTF_8))));
      } else {
        parser.parse(stream, listener);
      }
      listener.onClose();
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  /** Tells whether a server that was asked for a stream sent the whole at once. */
  private static boolean isOneObject(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").filter(type -> type.startsWith("application/json"))
        .isPresent();
  }

  /** Returns what a server says in a refusal, as far as it comes. */
  private static String refusal(InputStream stream) {
    try {
      return new String(stream.readNBytes(MOST_REFUSAL), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** Puts a whole chat completion into the form of a streamed one; leaves anything else as it is. */
  private static String asChunk(String json) {
    try {
      JsonNode root = JSON.readTree(json);
      for (JsonNode choice : root.path("choices")) {
        if (choice instanceof ObjectNode object && object.has("message")) {
          object.set("delta", object.remove("message"));
        }
      }
      return root.toString();
    } catch (JacksonException e) {
      return json;
    }
  }

  private static java.net.http.HttpRequest.Builder jdk(HttpRequest request) {
    java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest
        .newBuilder(URI.create(request.url()));
    request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    String text = request.body();
    return builder.method(request.method().name(),
        text == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text));
  }

  private static void close(@Nullable InputStream stream) {
    try {
      if (stream != null) {
        stream.close();
      }
    } catch (IOException e) {
      // It is being thrown away.
    }
  }

  /** Returns a builder for LangChain4j that builds this line. */
  HttpClientBuilder builder() {
    return new Builder();
  }

  /** Ends a stream that does not end. */
  private static final class Bounded extends FilterInputStream {

    private int read;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int some = super.read(into, offset, length);
      count(Math.max(0, some));
      return some;
    }

    private void count(int more) throws IOException {
      read += more;
      if (read > MOST_BYTES) {
        throw new IOException("The reply has more than " + MOST_BYTES + " bytes.");
      }
    }
  }

  /** Builds the one line; waits are bounded by whoever hangs up. */
  private final class Builder implements HttpClientBuilder {

    @Override
    public Duration connectTimeout() {
      return Objects.requireNonNullElse(client.connectTimeout().orElse(null), Duration.ZERO);
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      return this;
    }

    @Override
    public Duration readTimeout() {
      return Duration.ZERO;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      return this;
    }

    @Override
    public HttpClient build() {
      return ModelLine.this;
    }
  }
}
