package org.readingroom.web;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.collection.Collection;
import org.readingroom.conversation.Conversations;
import org.readingroom.index.BuildProgress;
import org.readingroom.search.IndexState;
import org.readingroom.search.LiveIndex;
import org.readingroom.search.PassageSearch;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@ServerTest
class ServerIT {

  @MockitoBean
  Conversations conversations;

  @MockitoBean
  PassageSearch search;

  @TestBean
  Collection collection;

  @TestBean
  LiveIndex index;

  @LocalServerPort
  int port;

  static Collection collection() {
    return Samples.COLLECTION;
  }

  static LiveIndex index() {
    return new FakeIndex();
  }

  @Test
  void opensTheIndexOnceTheServerListens() {
    await().until(() -> ((FakeIndex) index).opened == 1);
  }

  @Test
  void answersInUtf8() throws Exception {
    given(conversations.ask(any(), any())).willAnswer(call -> Samples.answered(call.getArgument(0)));

    HttpResponse<String> reply = send(post("{\"question\":\"How much lead for 조선?\"}"));
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).contains("\"question\":\"How much lead for 조선?\"", Samples.LEAD);
  }

  @Test
  void sendsThePageAndItsFiles() throws Exception {
    assertThat(get("/").body()).contains("<main", "modules/page.js");
    assertThat(get("/widget.html").body()).contains("<reading-room-chat");
    HttpResponse<String> script = get("/modules/page.js");
    assertThat(script.body()).contains("import ");
    assertThat(script.headers().firstValue("ETag")).isPresent();
  }

  @Test
  void isReadyOnlyWhenTheIndexIs() throws Exception {
    ((FakeIndex) index).state = new IndexState.Building(30, 1200);
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
    assertThat(get("/actuator/health").body()).contains("OUT_OF_SERVICE", "\"indexed\":30",
        "\"passages\":1200");

    ((FakeIndex) index).state = new IndexState.Ready(3, 1200);
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/health").statusCode()).isEqualTo(200);

    ((FakeIndex) index).state = new IndexState.Failed("No room.");
    assertThat(get("/actuator/health").body()).contains("DOWN", "failed").doesNotContain("No room.");
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
  }

  @Test
  void showsMetricsAndNothingElseOfItsInside() throws Exception {
    assertThat(get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    assertThat(get("/actuator/info").statusCode()).isEqualTo(200);
    assertProblem(get("/actuator/env"), Problem.NOT_FOUND);
    assertProblem(get("/actuator/heapdump"), Problem.NOT_FOUND);
  }

  @Test
  void refusesALargeBodyOfUnknownLength() throws Exception {
    byte[] body = ("{\"question\":\"Who won?\"," + " ".repeat(BodyLimitFilter.LIMIT) + "}").getBytes(UTF_8);
    HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/answers"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))).build();

    assertProblem(send(request), Problem.BODY_TOO_LARGE);
  }

  @Test
  void refusesABodyThatIsNotUtf8() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/answers"))
        .header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(
            new byte[]{'{', '"', 'q', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'}))
        .build();

    assertProblem(send(request), Problem.MALFORMED_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " 1950-06-25", "1950-06-25\\n", "1950-6-25"})
  void refusesADateThatTheDocumentDoesNotAllow(String date) throws Exception {
    assertProblem(send(post("{\"question\":\"Who?\",\"filters\":{\"date_to\":\"" + date + "\"}}")),
        Problem.INVALID_VALUE);
  }

  /** C0 AF is a slash in more bytes than it needs; ED A0 80 is half a pair of surrogates. */
  @ParameterizedTest
  @ValueSource(strings = {"c0af", "c1bf", "e080af", "f08080af", "eda080", "f4908080", "c3"})
  void refusesCharactersInAFormThatIsNotUtf8(String hex) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("{\"question\":\"Who? ".getBytes(UTF_8));
    body.writeBytes(HexFormat.of().parseHex(hex));
    body.writeBytes("\"}".getBytes(UTF_8));

    assertProblem(
        send(HttpRequest.newBuilder(uri("/api/v1/answers")).header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())).build()),
        Problem.MALFORMED_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "/a/b", "/index/x", "/readiness/x", "/readiness/x/y", "/a/b/c/d"})
  void whatHealthDoesNotHaveIsNotFound(String path) throws Exception {
    assertThat(get("/actuator/health" + path).statusCode()).isEqualTo(404);
  }

  @Test
  void partsOfHealthAreFoundInTheirGroups() throws Exception {
    ((FakeIndex) index).state = new IndexState.Ready(3, 1200);
    assertThat(get("/actuator/health/readiness/index").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/health/index").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS *", "OPTIONS /", "OPTIONS /error", "OPTIONS /nothing",
      "OPTIONS /api/v1/answers",
      "OPTIONS /actuator/health", "TRACE /", "TRACE /api/v1/answers", "PUT /", "PUT /api/v1/answers"})
  void listsOnlyMethodsThatThereAre(String line) throws IOException {
    assertThat(raw(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .matches("(?s)HTTP/1.1 (200|404|405).*").doesNotContainPattern("Allow:[^\r\n]*(PUT|TRACE)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void readsNoForms(String method) throws Exception {
    HttpResponse<String> reply = send(HttpRequest.newBuilder(uri("/api/v1/documents"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .method(method, BodyPublishers.ofString("a=" + "x".repeat(1_000_000))).build());

    assertProblem(reply, Problem.METHOD_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/api/v1/answers/x", "/api/v1/documents/x/y", "/error", "/favicon.ico"})
  void nothingElseIsThere(String path) throws Exception {
    assertProblem(get(path), Problem.NOT_FOUND);
  }

  @Test
  void anAddressThatIsNoUriIsRefusedLikeOthers() throws IOException {
    assertThat(raw("DELETE // HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .matches("(?s)HTTP/1.1 40[45].*").contains("\"instance\":\"/%2F\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /api/v1/documents?q=%zz HTTP/1.1", "GET /a%00b HTTP/1.1",
      "GET /%2e%2e/%2fx HTTP/1.1",
      "GET /a|b HTTP/1.1", "GET /[ HTTP/1.1", "GET /..;/x HTTP/1.1", "GET /x", "NONSENSE", "GET /x HTTP/9.9",
      "TRACE / HTTP/1.1", "BREW / HTTP/1.1"})
  void aRequestThatTomcatRefusesShowsNothingOfTheProgram(String line) throws IOException {
    String reply = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    // Before HTTP/1.0 there was no status line.
    assertThat(reply)
        .matches("(?s)(HTTP/1.1 (4|505).*problem.json.*)?\\{.*urn:reading-room:problem:(?!internal).*")
        .doesNotContain("<", "Exception", "\tat ");
  }

  private void assertProblem(HttpResponse<String> reply, Problem problem) {
    assertThat(reply.body()).contains("\"type\":\"" + problem.type() + "\"",
        "\"status\":" + problem.status().value(), "\"instance\":\"" + reply.uri().getPath() + "\"");
    assertThat(reply.statusCode()).isEqualTo(problem.status().value());
    assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  private HttpRequest post(String body) {
    return HttpRequest.newBuilder(uri("/api/v1/answers")).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body)).build();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)).header("Accept", "text/html, */*;q=0.1").build());
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, ofString(UTF_8));
    }
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  static final class FakeIndex extends LiveIndex {

    FakeIndex() {
      super(null, Samples.COLLECTION, null, null);
    }

    private volatile IndexState state = new IndexState.Closed();
    private volatile int opened;

    @Override
    public IndexState state() {
      return state;
    }

    @Override
    public void open(BuildProgress progress) {
      opened++;
    }
  }
}
