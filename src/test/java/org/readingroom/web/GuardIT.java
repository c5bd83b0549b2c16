package org.readingroom.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestPropertySource(properties = {"reading-room.web.api-keys=first-key, second-key",
    "reading-room.web.cors-origins=https://archive.example", "reading-room.web.requests-per-minute=30",
    "reading-room.web.running=1", "reading-room.web.patience=50ms", "reading-room.web.heartbeat=10ms",
    "reading-room.web.access-log=target/guard-log"})
class GuardIT extends FakedServer {

  private static final String ORIGIN = "https://archive.example";

  @Test
  void letsInWhoBringsAKey() throws Exception {
    assertThat(send(get("/api/v1/documents").header("Authorization", "Bearer first-key")).statusCode())
        .isEqualTo(200);
    assertThat(send(get("/api/v1/documents").header("X-API-Key", "second-key")).statusCode()).isEqualTo(200);
    for (String header : List.of("Bearer", "Bearer ", "Bearer wrong", "Basic first-key",
        "Bearer first-key2")) {
      HttpResponse<String> refused = send(get("/v1/models").header("Authorization", header));
      assertThat(refused.statusCode()).as(header).isEqualTo(401);
      assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
      assertThat(refused.body()).contains(Problem.UNAUTHORIZED.type().toString(), "\"error\":")
          .doesNotContain("first-key");
    }
    assertThat(send(get("/api/v1/documents")).statusCode()).isEqualTo(401);
    for (String path : List.of("/%61pi/v1/documents", "/api;x=1/v1/documents", "/api/v1;x/documents",
        "/%76%31/models",
        "/actuator", "/%61ctuator/prometheus", "/actuator;/prometheus")) {
      assertThat(send(get(path)).statusCode()).as(path).isIn(400, 401);
    }
    assertThat(send(get("/actuator/prometheus")).statusCode()).isEqualTo(401);
    assertThat(send(get("/actuator/health/liveness")).statusCode()).isEqualTo(200);
    assertThat(send(get("/v3/api-docs")).statusCode()).isEqualTo(200);
  }

  @Test
  void otherOriginsAreLetInByConfigurationOnly() throws Exception {
    HttpResponse<String> asked = send(HttpRequest.newBuilder(uri("/api/v1/answers")).header("Origin", ORIGIN)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "content-type, authorization")
        .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).hasValue(ORIGIN);

    HttpResponse<String> refused = send(get("/api/v1/documents").header("Origin", ORIGIN));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).hasValue(ORIGIN);
    assertThat(send(get("/api/v1/documents").header("Origin", "https://evil.example")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aClientThatAsksTooOftenIsToldHowLongToWait() throws Exception {
    List<HttpResponse<String>> replies = IntStream.range(0, 35).mapToObj(i -> {
      try {
        return send(get("/api/v1/collections/x").header("Authorization", "Bearer second-key"));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }).toList();
    HttpResponse<String> refused = replies.stream().filter(reply -> reply.statusCode() == 429).findFirst()
        .orElseThrow();

    assertThat(refused.body()).contains(Problem.TOO_MANY_REQUESTS.type().toString());
    assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 60);
    assertThat(replies.getFirst().statusCode()).isEqualTo(404);
  }

  @Test
  void oneTooManyIsRefusedWhileOthersAreAnswered() throws Exception {
    given(conversations.ask(any(), any())).willAnswer(call -> {
      await().pollDelay(java.time.Duration.ofMillis(600)).until(() -> true);
      return Samples.answered(call.getArgument(0));
    });
    try (HttpClient client = HttpClient.newHttpClient()) {
      var replies = Stream.of(1, 2).map(i -> client.sendAsync(ask().build(), BodyHandlers.ofString()))
          .toList().stream().map(java.util.concurrent.CompletableFuture::join).toList();

      assertThat(replies).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 503);
      HttpResponse<String> refused = replies.stream().filter(r -> r.statusCode() == 503).findFirst()
          .orElseThrow();
      assertThat(refused.body()).contains(Problem.TOO_BUSY.type().toString());
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
    }
  }

  @Test
  void aStreamThatWaitsInVainIsRefusedWithItsStatus() throws Exception {
    given(conversations.ask(any(), any())).willAnswer(call -> {
      await().pollDelay(java.time.Duration.ofMillis(600)).until(() -> true);
      return Samples.answered(call.getArgument(0));
    });
    try (HttpClient client = HttpClient.newHttpClient()) {
      var replies = Stream.of(1, 2)
          .map(i -> client.sendAsync(ask().header("Accept", "text/event-stream").build(),
              BodyHandlers.ofString()))
          .toList().stream().map(java.util.concurrent.CompletableFuture::join).toList();

      assertThat(replies).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 503);
    }
  }

  @Test
  void everyReplyTellsBrowsersToBeStrictAndBearsAnId() throws Exception {
    for (String path : List.of("/api/v1/documents", "/nothing", "/actuator/health")) {
      HttpResponse<String> reply = send(get(path));
      assertThat(reply.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(reply.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(reply.headers().firstValue("X-Request-Id").orElseThrow()).hasSize(36);
    }
    assertThat(send(get("/nothing").header("X-Request-Id", "mine-7")).headers().firstValue("X-Request-Id"))
        .hasValue("mine-7");
    assertThat(send(get("/nothing").header("X-Request-Id", "no {good}")).headers().firstValue("X-Request-Id")
        .orElseThrow()).hasSize(36);
  }

  @Test
  void answersForThisMachineOnly() throws IOException {
    assertThat(raw("GET /api/v1/documents HTTP/1.1\r\nHost: evil.example")).startsWith("HTTP/1.1 421")
        .contains(Problem.MISDIRECTED.type().toString());
    assertThat(raw("GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost:1")).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/../pom.xml", "/..%2f..%2fpom.xml", "/%2e%2e/%2e%2e/etc/passwd",
      "/swagger-ui/..%5c..%5cpom.xml", "/swagger-ui/../../application.yaml", "//etc/passwd",
      "/file:/etc/passwd",
      "/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/application.yaml", "/webjars/../application.yaml"})
  void noRequestReachesTheFiles(String path) throws IOException {
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost")).matches("(?s)HTTP/1.1 (302|40[04]).*")
        .doesNotContain("root:", "<project", "Manifest-Version", "reading-room:\n");
  }

  @Test
  void theAccessLogIsJsonAndHoldsNoQuestions() throws Exception {
    given(conversations.ask(any(), any())).willAnswer(call -> Samples.answered(call.getArgument(0)));
    send(ask().header("X-Request-Id", "logged-1"));
    send(get("/api/v1/passages?q=SecretQuestion").header("Authorization", "Bearer first-key"));

    await().untilAsserted(() -> assertThat(log()).anyMatch(line -> line.contains("logged-1")));
    String line = log().stream().filter(each -> each.contains("logged-1")).findFirst().orElseThrow();
    JsonNode entry = JsonMapper.shared().readTree(line);
    assertThat(entry.toString()).contains("/api/v1/answers", "POST", "200", "127.0.0.1");
    assertThat(String.join("\n", log())).doesNotContain("Who knows", "SecretQuestion", "first-key");
  }

  private static List<String> log() throws IOException {
    Path folder = Path.of("target/guard-log");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.flatMap(file -> {
        try {
          return Files.readAllLines(file).stream();
        } catch (IOException e) {
          return Stream.of();
        }
      }).toList();
    }
  }

  private HttpRequest.Builder ask() {
    return HttpRequest.newBuilder(uri("/api/v1/answers")).header("Content-Type", "application/json")
        .header("Authorization", "Bearer first-key")
        .POST(BodyPublishers.ofString("{\"question\":\"Who knows?\"}"));
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(uri(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString(UTF_8));
    }
  }

  private String raw(String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write((head + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
