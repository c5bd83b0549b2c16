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
  private static final String ANTHROPIC_START = """
      event: message_start
      data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],"model":"tiny","stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":9,"output_tokens":1}}}

      event: content_block_start
      data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

      event: ping
      data: {"type": "ping"}

      """;
  private static final String ANTHROPIC_END = """
      event: content_block_stop
      data: {"type":"content_block_stop","index":0}

      event: message_delta
      data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":5}}

      event: message_stop
      data: {"type":"message_stop"}

      """;

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
    String path = switch (provider) {
      case OPENAI, ANTHROPIC -> "/v1";
      case GEMINI -> "/v1beta";
      default -> "";
    };
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Returns settings with which this server is asked. */
  public ModelSettings settings(Duration timeout) {
    return new ModelSettings(provider, url(), "sk-very-secret", "tiny", 0.0, timeout, 4_096, Output.AUTO, 3,
        Duration.ofMillis(5), Duration.ofMinutes(5));
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      send(exchange, 200, "application/json", switch (provider) {
        case OPENAI ->
          "{\"object\":\"list\",\"data\":[{\"id\":\"tiny\",\"object\":\"model\",\"created\":1,\"owned_by\":\"x\",\"meta\":{\"n_ctx_train\":32768,\"n_ctx\":2048}}]}";
        case ANTHROPIC ->
          "{\"data\":[{\"type\":\"model\",\"id\":\"tiny\",\"display_name\":\"Tiny\",\"created_at\":\"2026-01-01T00:00:00Z\"}],"
              + "\"has_more\":false,\"first_id\":\"tiny\",\"last_id\":\"tiny\"}";
        case GEMINI ->
          "{\"models\":[{\"name\":\"models/tiny\",\"supportedGenerationMethods\":[\"generateContent\"]}]}";
        default -> "{\"models\":[{\"name\":\"tiny\",\"size\":1,\"digest\":\"d\"}]}";
      });
      return;
    }
    if (exchange.getRequestURI().getPath().equals("/api/show")) {
      send(exchange, 200, "application/json",
          "{\"model_info\":{\"general.file_type\":2,\"llama.context_length\":2048}}");
      return;
    }
    requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst(switch (provider) {
      case ANTHROPIC -> "x-api-key";
      case GEMINI -> "x-goog-api-key";
      default -> "Authorization";
    })));
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
        out.write((server.provider == Provider.OLLAMA ? " " : ": \n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    };
  }

  /** Sends a status with headers, given as names and values. */
  public static Script fails(int status, String... headers) {
    return refuses(status, "{\"error\":{\"message\":\"Incorrect API key provided: sk-very-secret\"}}",
        headers);
  }

  /** Sends a status with a body and headers, given as names and values. */
  public static Script refuses(int status, String body, String... headers) {
    return (exchange, server) -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      server.send(exchange, status, "application/json; charset=UTF-8", body);
    };
  }

  /** Streams a text and then what is given, as it is. */
  public static Script goesOn(String text, String raw) {
    return (exchange, server) -> {
      OutputStream out = server.open(exchange);
      server.words(text, out, false);
      out.write(raw.getBytes(StandardCharsets.UTF_8));
      out.close();
    };
  }

  public static Script webPage(int status) {
    return (exchange, server) -> server.send(exchange, status, "text/html; charset=utf-8",
        "<html><body>Welcome to the portal</body></html>");
  }

  private OutputStream open(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type",
        provider == Provider.OLLAMA ? "application/x-ndjson" : "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    if (provider == Provider.ANTHROPIC) {
      out.write(ANTHROPIC_START.getBytes(StandardCharsets.UTF_8));
    }
    out.flush();
    return out;
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
    out.write((provider == Provider.ANTHROPIC ? ANTHROPIC_END : framed(piece("", true)))
        .getBytes(StandardCharsets.UTF_8));
    if (provider == Provider.OPENAI) {
      out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private String framed(String json) {
    return switch (provider) {
      case OLLAMA -> json + "\n";
      case ANTHROPIC -> "event: content_block_delta\ndata: " + json + "\n\n";
      default -> "data: " + json + "\n\n";
    };
  }

  private String piece(String text, boolean last) {
    if (provider == Provider.OPENAI) {
      return "{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"tiny\",\"choices\":[{\"index\":0,"
          + "\"delta\":{\"content\":" + JSON.writeValueAsString(text) + "},\"finish_reason\":"
          + (last ? "\"stop\"" : "null") + "}]}";
    }
    if (provider == Provider.ANTHROPIC) {
      return "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
          + JSON.writeValueAsString(text) + "}}";
    }
    if (provider == Provider.GEMINI) {
      return "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":" + JSON.writeValueAsString(text)
          + "}],\"role\":\"model\"}," + (last ? "\"finishReason\":\"STOP\"," : "") + "\"index\":0}],"
          + "\"usageMetadata\":{\"promptTokenCount\":9,\"candidatesTokenCount\":5,\"totalTokenCount\":14},"
          + "\"modelVersion\":\"tiny\",\"responseId\":\"r1\"}";
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
