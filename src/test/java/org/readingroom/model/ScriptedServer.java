package org.readingroom.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the protocol of a model server and does what it is told to, request after request. */
public final class ScriptedServer implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Is what happens to one request. */
  public interface Script {

    void play(HttpExchange exchange, ScriptedServer server) throws IOException, InterruptedException;
  }

  public final List<String> requests = new CopyOnWriteArrayList<>();
  public final List<String> authorizations = new CopyOnWriteArrayList<>();
  public final CountDownLatch hungUp = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Provider provider;
  private final HttpServer server;
  private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();

  /** Starts a server that plays the scripts in turn, the last one again and again. */
  public ScriptedServer(Provider provider, Script... scripts) {
    this.provider = provider;
    this.scripts.addAll(List.of(scripts));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + (provider == Provider.OPENAI ? "/v1" : "");
  }

  /** Returns settings with which this server is asked. */
  public ModelSettings settings(Duration timeout) {
    return new ModelSettings(provider, url(), "sk-very-secret", "tiny", 0.0, timeout, 4_096, Output.AUTO, 3,
        Duration.ofMillis(5), Duration.ofMinutes(5));
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      send(exchange, 200, "application/json", provider == Provider.OPENAI
          ? "{\"object\":\"list\",\"data\":[{\"id\":\"tiny\",\"object\":\"model\",\"created\":1,\"owned_by\":\"x\"}]}"
          : "{\"models\":[{\"name\":\"tiny\",\"size\":1,\"digest\":\"d\"}]}");
      return;
    }
    requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    Script script = scripts.size() > 1 ? scripts.poll() : scripts.peek();
    try {
      script.play(exchange, this);
    } catch (IOException e) {
      hungUp.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  /** Streams a text in pieces of a few characters. */
  public static Script says(String text) {
    return (exchange, server) -> {
      OutputStream out = server.open(exchange);
      server.words(text, out, false);
      server.end(out);
      out.close();
    };
  }

  /** Streams a text so that each byte comes by itself. */
  public static Script saysByteByByte(String text) {
    return (exchange, server) -> {
      OutputStream out = server.open(exchange);
      server.words(text, out, true);
      server.end(out);
      out.close();
    };
  }

  /** Sends the whole at once although a stream was asked for. */
  public static Script saysAtOnce(String text) {
    return (exchange, server) -> server.send(exchange, 200, "application/json",
        server.provider == Provider.OPENAI
            ? JSON.writeValueAsString(
                Map.of("id", "1", "object", "chat.completion", "created", 1, "model", "tiny",
                    "choices",
                    List.of(Map.of("index", 0, "finish_reason", "stop", "message",
                        Map.of("role", "assistant", "content", text)))))
            : server.piece(text, true));
  }

  /** Streams a text and ends without an end, the connection cut or not. */
  public static Script breaksOff(String text, boolean cut) {
    return (exchange, server) -> {
      OutputStream out = server.open(exchange);
      server.words(text, out, false);
      if (!cut) {
        out.close();
      }
    };
  }

  /** Streams a text and then keeps the line open and says nothing until the other side hangs up. */
  public static Script stalls(String text) {
    return (exchange, server) -> {
      OutputStream out = server.open(exchange);
      server.words(text, out, false);
      while (!server.closing.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        out.write(
            server.provider == Provider.OPENAI ? ": \n\n".getBytes(StandardCharsets.UTF_8) : new byte[]{' '});
        out.flush();
      }
    };
  }

  /** Sends a status with headers, given as names and values. */
  public static Script fails(int status, String... headers) {
    return (exchange, server) -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      server.send(exchange, status, "application/json",
          "{\"error\":{\"message\":\"Incorrect API key provided: sk-very-secret\"}}");
    };
  }

  public static Script webPage(int status) {
    return (exchange, server) -> server.send(exchange, status, "text/html; charset=utf-8",
        "<html><body>Welcome to the portal</body></html>");
  }

  private OutputStream open(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type",
        provider == Provider.OPENAI ? "text/event-stream" : "application/x-ndjson");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().flush();
    return exchange.getResponseBody();
  }

  private void send(HttpExchange exchange, int status, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void words(String text, OutputStream out, boolean byteByByte) throws IOException {
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < text.length();) {
      int next = Math.min(text.length(), at + 7);
      next -= next < text.length() && Character.isLowSurrogate(text.charAt(next)) ? 1 : 0;
      pieces.add(text.substring(at, next));
      at = next;
    }
    for (String piece : pieces) {
      byte[] bytes = framed(piece(piece, false)).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; byteByByte && i < bytes.length; i++) {
        out.write(bytes, i, 1);
        out.flush();
      }
      if (!byteByByte) {
        out.write(bytes);
        out.flush();
      }
    }
  }

  private void end(OutputStream out) throws IOException {
    out.write(framed(piece("", true)).getBytes(StandardCharsets.UTF_8));
    if (provider == Provider.OPENAI) {
      out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private String framed(String json) {
    return provider == Provider.OPENAI ? "data: " + json + "\n\n" : json + "\n";
  }

  private String piece(String text, boolean last) {
    if (provider == Provider.OPENAI) {
      return "{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"tiny\",\"choices\":[{\"index\":0,"
          + "\"delta\":{\"content\":" + JSON.writeValueAsString(text) + "},\"finish_reason\":"
          + (last ? "\"stop\"" : "null") + "}]}";
    }
    return "{\"model\":\"tiny\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":"
        + JSON.writeValueAsString(text) + "},\"done\":" + last
        + (last ? ",\"done_reason\":\"stop\",\"prompt_eval_count\":9,\"eval_count\":5}" : "}");
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
