package org.readingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.readingroom.library.Library;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes collections of files, asks them and removes them over HTTP. */
@RealProgram
class CollectionsIT {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @LocalServerPort
  int port;

  @Autowired
  Library library;

  private String id = "";

  @AfterEach
  void removeIt() throws Exception {
    if (library.holdings().stream().anyMatch(holding -> holding.id().equals(id))) {
      send("DELETE", "/api/v1/collections/" + id, null);
    }
  }

  @Test
  void answersFromFilesWithTheirPagesAndSections() throws Exception {
    make();
    Map<String, byte[]> sent = SampleFiles.all();
    assertThat(add(sent)).allSatisfy(file -> assertThat(file.path("status").stringValue())
        .isEqualTo("queued"));
    JsonNode files = read();
    assertThat(files.valueStream().map(file -> file.path("path").stringValue() + " "
        + file.path("status").stringValue())).containsExactlyInAnyOrder("lighthouses #1 50%.pdf indexed",
            "ferry.html indexed", "mill 😀.txt indexed", "empty.txt empty");

    JsonNode keepers = cited("How many keepers kept the lighthouse at Cape Hollow?", SampleFiles.KEEPERS);
    assertThat(keepers.path("page").intValue()).isLessThanOrEqualTo(2);
    assertThat(keepers.path("page_end").intValue()).isGreaterThanOrEqualTo(2);
    assertThat(keepers.path("boxes").valueStream().map(box -> box.path("page").intValue())).contains(2);
    assertThat(keepers.path("boxes").valueStream()).allSatisfy(box -> {
      assertThat(box.path("x").doubleValue()).isBetween(70.0, 74.0);
      assertThat(box.path("width").doubleValue()).isBetween(50.0, 460.0);
      assertThat(box.path("height").doubleValue()).isBetween(6.0, 20.0);
    });
    assertThat(keepers.path("collection").stringValue()).isEqualTo(id);

    JsonNode ferry = cited("How many passengers did the ferry Swallow carry?", SampleFiles.FERRY);
    assertThat(ferry.path("section").valueStream().map(JsonNode::stringValue))
        .containsExactly("Ferries of the lake", "The north line");
    assertThat(ferry.has("page")).isFalse();
    assertThat(ferry.has("boxes")).isFalse();
    looksInWhatIsNamed(keepers.path("document_id").stringValue());
    // The built-in collection knows nothing of them.
    assertThat(
        citations("Who kept the lighthouse at Cape Hollow?", Map.of("collection", library.builtInId())))
        .doesNotContain(id);
    asksSeveralTogether();
    keepsItsOriginals(keepers.path("document_id").stringValue(), sent.get("lighthouses #1 50%.pdf"));
  }

  @Test
  void answersInOtherLanguagesByTheirWords() throws Exception {
    make();
    add(Map.of("qiao.txt", """
        石桥镇的历史

        石桥镇位于青河北岸。镇上的石桥建于一七八二年，由商人王德明出资修建。桥长四十六米，有五个桥孔。

        镇上的茶叶市场每年三月开市。最有名的茶叶是青河绿茶，主要卖到南方各省。
        """.getBytes(UTF_8), "zavod.txt", """
        История стекольного завода

        Стекольный завод в посёлке Заречье основал купец Иван Мельников в 1873 году. Первая печь сгорела.

        После войны завод выпускал лабораторную посуду. Закрыли его в 1992 году из-за долгов.
        """.getBytes(UTF_8), "tram.txt", """
        The Tram of Highfield

        The first tram of Highfield ran from the station to the market in May 1898.
        """.getBytes(UTF_8)));
    assertThat(read().valueStream().map(file -> file.path("title").stringValue() + " "
        + file.path("language").stringValue())).containsExactlyInAnyOrder("石桥镇的历史 zh",
            "История стекольного завода ru", "The Tram of Highfield en");

    JsonNode bridge = answer("石桥是谁出资修建的?");
    assertThat(bridge.path("citations").path(0).path("cited_text").stringValue()).contains("由商人王德明出资修建。")
        .doesNotContain("绿茶");
    assertThat(bridge.path("degraded").stringValue()).contains("English only");
    assertThat(
        answer("Кто основал стекольный завод?").path("citations").path(0).path("cited_text").stringValue())
        .contains("Иван Мельников");
    assertThat(answer("谁发明了电话?").path("citations")).isEmpty();
    JsonNode tram = answer("When did the first tram of Highfield run?");
    assertThat(tram.path("citations").path(0).path("cited_text").stringValue()).contains("May 1898")
        .doesNotContain("The Tram of Highfield\n");
    assertThat(tram.has("degraded")).isFalse();
  }

  private JsonNode answer(String question) throws Exception {
    return json(send("POST", "/api/v1/answers", Map.of("question", question, "collection", id)));
  }

  private void asksSeveralTogether() throws Exception {
    String keepers = "How many keepers kept the lighthouse at Cape Hollow?";
    Map<String, Object> both = Map.of("collections", List.of(library.builtInId(), id));
    assertThat(citations(keepers, both)).isNotEmpty().allMatch(id::equals);
    assertThat(citations(keepers, Map.of())).as("all where none is named").isNotEmpty().allMatch(id::equals);
    assertThat(citations("How much lead did Stalin want from Korea?", both)).isNotEmpty()
        .allMatch(library.builtInId()::equals);

    JsonNode first = json(send("POST", "/api/v1/answers",
        Map.of("question", "How much lead did Stalin want from Korea?")));
    JsonNode next = json(send("POST", "/api/v1/answers",
        Map.of("question", "And why?", "conversation_id", first.path("conversation_id").stringValue())));
    assertThat(next.path("query").stringValue()).startsWith("How much lead did Stalin want from Korea?");
    assertThat(next.path("citations").valueStream()
        .map(each -> each.path("collection").stringValue())).contains(library.builtInId());

    assertThat(json(send("POST", "/api/v1/answers",
        Map.of("question", "How many documents are there?"))).path("answer").stringValue())
        .contains("The collection has 126 documents", "The collection has 3 documents");
    assertThat(json(send("GET", "/api/v1/documents", null)).size()).isEqualTo(129);
    assertThat(json(send("GET", "/api/v1/passages?q=lighthouse%20keepers&collections=" + library.builtInId()
        + "," + id, null)).path(0).path("collection").stringValue()).isEqualTo(id);
    assertThat(json(send("POST", "/api/v1/verify", Map.of("quote", SampleFiles.KEEPERS)))
        .path("status").stringValue()).isEqualTo("exact");
    assertThat(json(send("POST", "/v1/chat/completions", Map.of("model", "reading-room", "messages",
        List.of(Map.of("role", "user", "content", keepers))))).path("citations").path(0)
        .path("collection").stringValue()).isEqualTo(id);
    assertThat(send("POST", "/api/v1/answers", Map.of("question", keepers, "collections",
        List.of(library.builtInId(), "nowhere"))).statusCode()).isEqualTo(404);
  }

  /** Asks a question and returns the collections that are cited. */
  private List<String> citations(String question, Map<String, Object> of) throws Exception {
    Map<String, Object> request = new LinkedHashMap<>(of);
    request.put("question", question);
    return json(send("POST", "/api/v1/answers", request)).path("citations").valueStream()
        .map(each -> each.path("collection").stringValue()).toList();
  }

  private void looksInWhatIsNamed(String lighthouses) throws Exception {
    assertThat(citations("What lamp did Cape Hollow have on page 3 of “lighthouses #1 50%.pdf”?"))
        .isNotEmpty()
        .allMatch(each -> each.path("document_id").stringValue().equals(lighthouses))
        .allMatch(each -> each.path("page").intValue() == 3);
    assertThat(citations("Who kept watch in the Lighthouses of the North Coast by Writer?")).isNotEmpty()
        .first()
        .matches(each -> each.path("document_id").stringValue().equals(lighthouses));
    assertThat(json(send("GET", "/api/v1/documents?author=writer&collection=" + id, null)).valueStream()
        .map(each -> each.path("id").stringValue())).containsExactly(lighthouses);
    assertThat(json(send("GET", "/api/v1/passages?q=lamp&author=Nobody&collection=" + id, null))).isEmpty();
    assertThat(json(send("GET", "/api/v1/passages?q=lamp&language=en&collection=" + id, null))).isNotEmpty();
    assertThat(json(send("GET", "/api/v1/passages?q=lamp&language=fr&collection=" + id, null))).isEmpty();
  }

  private List<JsonNode> citations(String question) throws Exception {
    JsonNode reply = json(send("POST", "/api/v1/answers", Map.of("question", question, "collection", id)));
    return reply.path("citations").valueStream().toList();
  }

  private void keepsItsOriginals(String document, byte[] sent) throws Exception {
    HttpResponse<byte[]> original = get("/api/v1/documents/" + document + "/original", "Range", "bytes=0-4");
    assertThat(original.statusCode()).isEqualTo(206);
    assertThat(original.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(new String(original.body(), UTF_8)).isEqualTo("%PDF-");
    assertThat(get("/api/v1/documents/" + document + "/original", "Accept", "*/*").body())
        .isEqualTo(sent);

    assertThat(send("DELETE", "/api/v1/documents/" + document, null).statusCode()).isEqualTo(204);
    assertThat(send("GET", "/api/v1/documents/" + document, null).statusCode()).isEqualTo(404);
    await().atMost(PATIENCE)
        .until(() -> json(send("GET", "/api/v1/documents?collection=" + id, null)).size() == 2);
    assertThat(send("DELETE", "/api/v1/collections/" + id, null).statusCode()).isEqualTo(204);
    assertThat(send("GET", "/api/v1/collections/" + id, null).statusCode()).isEqualTo(404);
    assertThat(send("GET", "/api/v1/passages?q=mill&collection=" + id, null).statusCode()).isEqualTo(404);
    assertThat(library.folder(id)).doesNotExist();
  }

  @Test
  void aCollectionThatIsRemovedWhileItIsReadIsGone() throws Exception {
    make();
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 30; i++) {
      files.put(i + ".txt", ("The bell of the tower " + i + " rang at noon.").getBytes(UTF_8));
    }
    add(files);
    await().atMost(PATIENCE).until(() -> library.holding(id).documents() > 0);

    assertThat(send("DELETE", "/api/v1/collections/" + id, null).statusCode()).isEqualTo(204);
    assertThat(send("GET", "/api/v1/collections/" + id + "/files", null).statusCode()).isEqualTo(404);
    assertThat(library.folder(id)).doesNotExist();
  }

  @Test
  void ofAClientThatGoesAwayNothingIsKept() throws Exception {
    make();
    byte[] form = SampleFiles.form(SampleFiles.all(), "x");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream()
          .write(("POST /api/v1/collections/" + id + "/files HTTP/1.1\r\nHost: localhost\r\n"
              + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: " + form.length
              + "\r\n\r\n")
              .getBytes(UTF_8));
      socket.getOutputStream().write(form, 0, form.length - 300);
      socket.getOutputStream().flush();
      await().atMost(PATIENCE).until(() -> !kept().isEmpty());
    }
    await().atMost(PATIENCE).until(() -> kept().isEmpty());
    assertThat(json(send("GET", "/api/v1/collections/" + id + "/files", null))).isEmpty();
  }

  private List<Path> kept() throws IOException {
    Path folder = library.folder(id);
    try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** Asks a question whose answer quotes some words, and returns the citation. */
  private JsonNode cited(String question, String words) throws Exception {
    JsonNode reply = json(send("POST", "/api/v1/answers", Map.of("question", question, "collection", id)));
    assertThat(reply.path("status").stringValue()).as(reply.toString()).isEqualTo("answered");
    JsonNode citation = reply.path("citations").valueStream()
        .filter(each -> each.path("cited_text").stringValue().contains(words)).findFirst().orElseThrow();
    String text = json(send("GET", "/api/v1/documents/" + citation.path("document_id").stringValue(), null))
        .path("text").stringValue();
    assertThat(text.substring(citation.path("start_char_index").intValue(),
        citation.path("end_char_index").intValue())).isEqualTo(citation.path("cited_text").stringValue());
    return citation;
  }

  private void make() throws Exception {
    HttpResponse<byte[]> made = send("POST", "/api/v1/collections", Map.of("title", "Papers of the coast"));
    assertThat(made.statusCode()).isEqualTo(201);
    id = json(made).path("id").stringValue();
  }

  private JsonNode add(Map<String, byte[]> files) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/collections/" + id + "/files"))
        .header("Content-Type", "multipart/form-data; boundary=x")
        .POST(BodyPublishers.ofByteArray(SampleFiles.form(files, "x"))).build();
    HttpResponse<byte[]> reply = send(request);
    assertThat(reply.statusCode()).isEqualTo(202);
    return json(reply);
  }

  /** Waits until all files are read and can be asked, and returns what became of them. */
  private JsonNode read() throws Exception {
    await().atMost(PATIENCE).until(() -> json(send("GET", "/api/v1/collections/" + id, null)).path("state")
        .stringValue().equals("ready"));
    return json(send("GET", "/api/v1/collections/" + id + "/files", null));
  }

  private HttpResponse<byte[]> get(String path, String header, String value) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)).header(header, value).build());
  }

  private HttpResponse<byte[]> send(String method, String path, Object body) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json")
        .method(method,
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
        .build());
  }

  private static HttpResponse<byte[]> send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofByteArray());
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static JsonNode json(HttpResponse<byte[]> reply) {
    return JSON.readTree(reply.body());
  }
}
