package org.readingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.index.BuildProgress;
import org.readingroom.search.LiveIndex;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the real program over HTTP, as the contract of the answer API has it. */
@RealProgram
class ReadingRoomIT {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LEAD = "How much lead did Stalin want from Korea?";
  private static final String OFF_TOPIC = "How many Oscars did the film Titanic win?";

  @LocalServerPort
  int port;

  @Autowired
  LiveIndex index;

  @BeforeEach
  void waitForTheIndex() {
    index.open(BuildProgress.SILENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {LEAD, "What did Mao say about sending volunteers to Korea?",
      "Who took part in the talks at Kaesong?", "What did Kim Il Sung ask Stalin for in 1953?"})
  void everyQuotationStandsInItsDocumentWordForWord(String question) throws Exception {
    JsonNode reply = ask(Map.of("question", question));

    assertThat(reply.at("/status").stringValue()).isEqualTo("answered");
    assertThat(reply.at("/citations").size()).isBetween(1, 5);
    for (JsonNode citation : reply.at("/citations")) {
      JsonNode document = get("/api/v1/documents/" + citation.at("/document_id").stringValue());
      String text = document.at("/text").stringValue();
      assertThat(citation.at("/cited_text").stringValue()).isEqualTo(
          text.substring(citation.at("/start_char_index").intValue(),
              citation.at("/end_char_index").intValue()));
      assertThat(citation.at("/document_sha256").stringValue()).isEqualTo(sha256(text))
          .isEqualTo(document.at("/sha256").stringValue());
      assertThat(citation.at("/document_number").intValue()).isEqualTo(document.at("/number").intValue());
      assertThat(citation.at("/verified").booleanValue()).isTrue();
      assertThat(reply.at("/answer").stringValue().substring(citation.at("/answer_start").intValue(),
          citation.at("/answer_end").intValue())).contains(citation.at("/cited_text").stringValue());
    }
  }

  @Test
  void findsTheTelegramThatAsksForLead() throws Exception {
    JsonNode first = ask(Map.of("question", LEAD)).at("/citations/0");

    assertThat(first.at("/document_number").intValue()).isEqualTo(7);
    assertThat(first.at("/cited_text").stringValue()).contains("25,000 tons of lead");
  }

  @Test
  void abstainsFromWhatTheDocumentsDoNotKnow() throws Exception {
    JsonNode reply = ask(Map.of("question", OFF_TOPIC));

    assertThat(reply.at("/status").stringValue()).isEqualTo("abstained");
    assertThat(reply.at("/citations").size()).isZero();
    assertThat(reply.at("/answer").stringValue()).isNotBlank();
  }

  @Test
  void aFollowUpContinuesItsConversation() throws Exception {
    JsonNode first = ask(Map.of("question", LEAD));
    String conversation = first.at("/conversation_id").stringValue();
    JsonNode second = ask(Map.of("question", "And what did he offer for it?", "conversation_id",
        conversation));

    assertThat(second.at("/conversation_id").stringValue()).isEqualTo(conversation);
    assertThat(second.at("/id").stringValue()).isNotEqualTo(first.at("/id").stringValue());
    assertThat(second.at("/question").stringValue()).isEqualTo("And what did he offer for it?");
    assertThat(second.at("/query").stringValue()).contains("lead");
  }

  @Test
  void citesOnlyDocumentsThatPassTheFilters() throws Exception {
    for (Map<String, Object> filters : List.<Map<String, Object>>of(Map.of("documents", List.of(8)),
        Map.of("date_from", "1951-01-01", "date_to", "1951-12-31"), Map.of("persons", List.of("Peng")),
        Map.of("kind", "letter"))) {
      JsonNode reply = ask(Map.of("question", "What did Stalin ask for?", "filters", filters));
      List<Integer> wanted = numbers(get("/api/v1/documents?" + query(filters)));
      assertThat(numbers(reply.at("/citations"))).as("with %s", filters).isSubsetOf(wanted);
      assertThat(numbers(get("/api/v1/passages?q=Stalin&k=50&" + query(filters)))).as("with %s", filters)
          .isNotEmpty().isSubsetOf(wanted);
    }
    assertThat(ask(Map.of("question", LEAD, "filters", Map.of("documents", List.of(9999)))).at("/status")
        .stringValue()).isEqualTo("abstained");
  }

  @Test
  void isReadyWhenTheIndexIs() throws Exception {
    assertThat(get("/actuator/health/readiness").at("/status").stringValue()).isEqualTo("UP");
    assertThat(get("/api/v1/collections").at("/0/state").stringValue()).isEqualTo("ready");
    assertThat(get("/api/v1/collections").at("/0/documents").intValue()).isEqualTo(126);
  }

  @Test
  void repliesAreAsTheOpenApiDocumentDescribesThem() throws Exception {
    OpenApiContract contract = new OpenApiContract(get("/v3/api-docs"));
    JsonNode answered = ask(Map.of("question", LEAD));

    assertThat(contract.violations("post", "/api/v1/answers", 200, answered)).isEmpty();
    assertThat(contract.violations("post", "/api/v1/answers", 200, ask(Map.of("question", OFF_TOPIC))))
        .isEmpty();
    assertThat(contract.violations("get", "/api/v1/documents", 200, get("/api/v1/documents"))).isEmpty();
    assertThat(contract.violations("get", "/api/v1/documents/{id}", 200, get("/api/v1/documents/7")))
        .isEmpty();
    assertThat(contract.violations("get", "/api/v1/passages", 200, get("/api/v1/passages?q=lead"))).isEmpty();
    assertThat(contract.violations("get", "/api/v1/collections", 200, get("/api/v1/collections"))).isEmpty();
    assertThat(contract.violations("get", "/api/v1/documents/{id}", 404, get("/api/v1/documents/999")))
        .isEmpty();
    String conversation = "/api/v1/conversations/" + answered.at("/conversation_id").stringValue();
    assertThat(contract.violations("get", "/api/v1/conversations", 200, get("/api/v1/conversations")))
        .isEmpty();
    assertThat(contract.violations("get", "/api/v1/conversations/{id}", 200, get(conversation))).isEmpty();
    assertThat(contract.violations("get", "/api/v1/conversations/{id}/export", 200,
        get(conversation + "/export?format=json"))).isEmpty();
    assertThat(contract.violations("get", "/api/v1/conversations/{id}", 404,
        get("/api/v1/conversations/x"))).isEmpty();
    assertThat(contract.violations("patch", "/api/v1/conversations/{id}", 200, JSON.readTree(
        send(HttpRequest.newBuilder(uri(conversation)).header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString("{\"title\":\"Lead\"}"))).body())))
        .isEmpty();
    for (String quote : List.of("a yearly minimum of 25,000 tons", "a yearly minimum of 35,000 tons of lead",
        "qwxz")) {
      assertThat(contract.violations("post", "/api/v1/verify", 200,
          post("/api/v1/verify", Map.of("quote", quote)))).isEmpty();
    }
    assertThat(contract.violations("post", "/api/v1/verify", 422, post("/api/v1/verify", Map.of())))
        .isEmpty();
    assertThat(contract.violations("get", "/v1/models", 200, get("/v1/models"))).isEmpty();
    assertThat(contract.violations("get", "/v1/models/{id}", 200, get("/v1/models/reading-room"))).isEmpty();
    assertThat(contract.violations("get", "/v1/models/{id}", 404, get("/v1/models/gpt-4o"))).isEmpty();
    assertThat(contract.violations("post", "/v1/chat/completions", 200, post("/v1/chat/completions",
        Map.of("messages", List.of(Map.of("role", "user", "content", LEAD)))))).isEmpty();
    assertThat(answered.propertyNames()).contains("id", "conversation_id", "question", "query", "status",
        "answer", "citations", "model", "elapsed_ms");
    assertThat(answered.at("/citations/0").propertyNames()).contains("id", "marker", "type", "cited_text",
        "document_id", "document_number", "document_title", "document_date", "start_char_index",
        "end_char_index", "document_sha256", "answer_start", "answer_end", "verified", "score", "reference");
  }

  @Test
  void anAnswerCanBeFollowedWhileItIsMadeAndTheStagesAreTimed() throws Exception {
    String events = send(HttpRequest.newBuilder(uri("/api/v1/answers"))
        .header("Content-Type", "application/json").header("Accept", "text/event-stream")
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("question", LEAD))))).body();

    assertThat(events).containsSubsequence("event:retrieval", "event:delta", "event:citation",
        "event:answer");
    String metrics = send(HttpRequest.newBuilder(uri("/actuator/prometheus"))).body();
    for (String stage : List.of("query", "embed", "search", "rerank", "answer", "verify")) {
      assertThat(metrics).contains("reading_room_stage_seconds_count{stage=\"" + stage + "\"}");
    }
  }

  private static String query(Map<String, Object> filters) {
    StringBuilder query = new StringBuilder();
    filters.forEach((name, value) -> query.append(name.equals("persons") ? "person" : name).append('=')
        .append(value.toString().replaceAll("[\\[\\]]", "")).append('&'));
    return query.toString();
  }

  private static List<Integer> numbers(JsonNode list) {
    return list.valueStream()
        .map(each -> (each.has("number") ? each.at("/number") : each.at("/document_number")).intValue())
        .toList();
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }

  private JsonNode ask(Map<String, Object> request) throws Exception {
    HttpResponse<String> reply = send(HttpRequest.newBuilder(uri("/api/v1/answers"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(request))));
    assertThat(reply.statusCode()).isEqualTo(200);
    return JSON.readTree(reply.body());
  }

  private JsonNode post(String path, Map<String, Object> body) throws Exception {
    return JSON.readTree(send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))).body());
  }

  private JsonNode get(String path) throws Exception {
    return JSON.readTree(send(HttpRequest.newBuilder(uri(path))).body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString(UTF_8));
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
