package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.AnswerCancelledException;
import org.readingroom.answer.AnswerListener;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestPropertySource(properties = {"reading-room.web.api-keys=key", "reading-room.web.heartbeat=50ms",
    "reading-room.web.cors-origins=https://archive.example",
    "reading-room.mcp.public-address=https://room.example/"})
class McpIT extends FakedServer {

  private static final String ASK = """
      {"jsonrpc":"2.0","id":1,"method":"tools/call",
       "params":{"_meta":{"progressToken":7},"name":"ask","arguments":{"question":"Wie viel? — ü"}}}""";
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

  @Test
  void theSdkClientAsksWithAKey() {
    given(conversations.askOnce(any(), any(), any())).willAnswer(call -> {
      ((AnswerListener) call.getArgument(2)).retrieved(List.of(Samples.passage()));
      return Samples.answered(call.getArgument(0));
    });
    List<String> progress = new CopyOnWriteArrayList<>();
    var transport = HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + port).endpoint("/mcp")
        .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer key")).build();
    try (McpSyncClient client = McpClient.sync(transport)
        .progressConsumer(told -> progress.add(told.message())).build()) {
      assertThat(client.initialize().serverInfo().name()).isEqualTo("reading-room");
      assertThat(client.listTools().tools()).hasSize(8);
      McpSchema.CallToolResult answer = client.callTool(McpSchema.CallToolRequest.builder("ask")
          .arguments(Map.of("question", "How much lead?")).meta(Map.of("progressToken", "p")).build());
      assertThat(answer.isError()).isFalse();
      assertThat(JsonMapper.shared().valueToTree(answer.structuredContent()).at("/citations/0/cited_text")
          .stringValue()).isEqualTo(Samples.LEAD);
      // The client hands notifications to a thread of its own, which may come after the result.
      await().untilAsserted(() -> assertThat(progress).containsExactly("Passages found: 1."));
      McpSchema.CallToolResult document = client.callTool(
          McpSchema.CallToolRequest.builder("fetch").arguments(Map.of("id", "nkidp-korean-war:7")).build());
      assertThat(JsonMapper.shared().valueToTree(document.structuredContent()).at("/url").stringValue())
          .isEqualTo("https://room.example/#/documents/7");
      assertThat(client.listResources().resources()).hasSize(3);
    }
  }

  @Test
  void whoBringsNoKeyIsNotLetIn() throws Exception {
    for (String path : List.of("/mcp", "/%6dcp", "/mcp;x=1")) {
      HttpResponse<String> refused = send(HttpRequest.newBuilder(uri(path))
          .header("Content-Type", "application/json").POST(BodyPublishers.ofString(PING)));
      assertThat(refused.statusCode()).as(path).isIn(400, 401);
    }
  }

  @Test
  void whatTakesLongIsToldInEventsAndAllElseInOnePiece() throws Exception {
    given(conversations.askOnce(any(), any(), any())).willAnswer(call -> {
      ((AnswerListener) call.getArgument(2)).retrieved(List.of(Samples.passage()));
      return Samples.answered(call.getArgument(0));
    });

    HttpResponse<String> streamed = send(post(ASK));
    assertThat(streamed.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
    assertThat(streamed.headers().firstValue("X-Accel-Buffering")).hasValue("no");
    List<JsonNode> messages = streamed.body().lines().filter(line -> line.startsWith("data:"))
        .map(line -> JsonMapper.shared().readTree(line.substring(5))).toList();
    assertThat(messages.getFirst().at("/params/progressToken").intValue()).isEqualTo(7);
    assertThat(messages.getLast().at("/result/structuredContent/question").stringValue())
        .isEqualTo("Wie viel? — ü");

    HttpResponse<String> whole = send(post(ASK).setHeader("Accept", "application/json"));
    assertThat(whole.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(
        JsonMapper.shared().readTree(whole.body()).at("/result/structuredContent/status").stringValue())
        .isEqualTo("answered");
    assertThat(send(post(PING)).body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
  }

  @Test
  void aSessionIsANameByWhichRequestsAreCancelled() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    given(conversations.askOnce(any(), any(), any())).willAnswer(call -> {
      asked.countDown();
      AnswerListener listener = call.getArgument(2);
      for (int i = 0; i < 1_000 && !listener.isCancelled(); i++) {
        Thread.sleep(10);
      }
      over.countDown();
      throw new AnswerCancelledException();
    });
    String session = send(post("""
        {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25"}}"""))
        .headers().firstValue("Mcp-Session-Id").orElseThrow();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var reply = client.sendAsync(post(ASK).header("Mcp-Session-Id", session).build(),
          BodyHandlers.ofString());
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
      String cancel = """
          {"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}""";
      assertThat(send(post(cancel).header("Mcp-Session-Id", "another")).statusCode()).isEqualTo(202);
      assertThat(over.await(100, TimeUnit.MILLISECONDS)).isFalse();
      HttpResponse<String> accepted = send(post(cancel).header("Mcp-Session-Id", session));

      assertThat(accepted.statusCode()).isEqualTo(202);
      assertThat(accepted.body()).isEmpty();
      assertThat(reply.get(10, TimeUnit.SECONDS).body()).doesNotContain("\"result\"");
    }
  }

  @Test
  void whatCannotBeTakenIsRefused() throws Exception {
    assertThat(send(post("{\"jsonrpc\":")).body()).isEqualTo(
        "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"The message is not well-formed JSON.\"}}");
    assertThat(send(post("[" + PING + "]")).statusCode()).isEqualTo(400);
    assertThat(send(post("")).statusCode()).isEqualTo(400);
    assertThat(send(post(" ".repeat(70_000))).statusCode()).isEqualTo(413);
    assertThat(send(post(PING).setHeader("Content-Type", "text/plain")).statusCode()).isEqualTo(415);
    assertThat(send(post(PING).header("MCP-Protocol-Version", "1900-01-01")).statusCode()).isEqualTo(400);
    assertThat(send(post(PING).header("MCP-Protocol-Version", "2025-06-18")).statusCode()).isEqualTo(200);
    assertThat(send(post(PING).header("Origin", "https://evil.example")).statusCode()).isEqualTo(403);
    assertThat(send(post(PING).header("Origin", "http://127.0.0.1:" + port)).statusCode()).isEqualTo(200);
    assertThat(send(post(PING).header("Origin", "http://a%%%b c")).statusCode()).isEqualTo(403);
    HttpResponse<String> allowed = send(post(PING).header("Origin", "https://archive.example"));
    assertThat(allowed.statusCode()).isEqualTo(200);
    assertThat(allowed.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
        .contains("Mcp-Session-Id");
  }

  @Test
  void thereIsNothingToListenForAndNoSessionToEnd() throws Exception {
    for (HttpRequest.Builder request : List.of(
        HttpRequest.newBuilder(uri("/mcp")).header("Accept", "text/event-stream").GET(),
        HttpRequest.newBuilder(uri("/mcp")).DELETE())) {
      HttpResponse<String> refused = send(request.header("Authorization", "Bearer key"));
      assertThat(refused.statusCode()).isEqualTo(405);
      assertThat(refused.headers().firstValue("Allow")).hasValue("POST");
    }
  }

  private HttpRequest.Builder post(String message) {
    return HttpRequest.newBuilder(uri("/mcp")).header("Authorization", "Bearer key")
        .header("Content-Type", "application/json").header("Accept", "application/json, text/event-stream")
        .POST(BodyPublishers.ofString(message));
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
