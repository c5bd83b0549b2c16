package org.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.index.BuildProgress;
import org.readingroom.model.Provider;
import org.readingroom.model.ScriptedServer;
import org.readingroom.search.LiveIndex;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the program as it is over HTTP, with a server that says of the built-in collection what it is told to. */
@RealProgram
class AnswerClaimsIT {

  private static final String QUESTION = "How much lead did Stalin want from Korea?";
  /** How many claims that are wrong are shown at most, and how many that are right at least. */
  private static final int MOST_WRONG = 3;
  private static final int LEAST_RIGHT = 15;
  private static final String COPY = "We would like to receive from Korea a yearly minimum of 25,000 tons of lead.";
  private static final String TOLD = "The Soviet Union needed lead badly 😀.";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final ScriptedServer SERVER = new ScriptedServer(Provider.OPENAI, AnswerClaimsIT::answer);

  /** What real models wrote, with the claims of it that are wrong, as a person judged them. */
  private static final Path RECORDED = Path.of("src/test/resources/org/readingroom/recorded");

  private static volatile String output = "";
  /** The stream as a server sent it; empty where the output is sent instead. */
  private static volatile String stream = "";

  @LocalServerPort
  int port;

  @Autowired
  LiveIndex index;

  @DynamicPropertySource
  static void model(DynamicPropertyRegistry registry) {
    registry.add("reading-room.model.provider", () -> "openai");
    registry.add("reading-room.model.base-url", SERVER::url);
    registry.add("reading-room.model.name", () -> "told");
    // The models whose answers were recorded were shown what answers less well, too, in another order.
    registry.add("reading-room.selection.read", () -> 0);
    registry.add("reading-room.claims.evidence-tokens", () -> 900);
  }

  private static void answer(HttpExchange exchange, ScriptedServer server)
      throws IOException, InterruptedException {
    (stream.isEmpty() ? ScriptedServer.says(output) : ScriptedServer.goesOn("", stream)).play(exchange,
        server);
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @BeforeEach
  void open() {
    stream = "";
    index.open(BuildProgress.SILENT);
  }

  @Test
  void anAnswerItsEventsAndItsConversationHaveTheSameClaims() throws Exception {
    output = JSON.writeValueAsString(Map.of("claims",
        List.of(Map.of("text", TOLD, "evidence", List.of(1)), Map.of("text", COPY, "evidence", List.of()),
            Map.of("text", "Stalin wanted a yearly minimum of 52,000 tons of lead from Korea.", "evidence",
                List.of(1)),
            Map.of("text", "Why did he want so much lead?", "evidence", List.of(1)))));
    JsonNode reply = JSON.readTree(ask(QUESTION));

    assertThat(reply.at("/model").stringValue()).isEqualTo("told");
    assertThat(texts(reply.at("/claims"), "text")).containsExactly(TOLD, COPY);
    reply.at("/claims").forEach(claim -> isInItsPlace(claim, reply));
    assertThat(reply.at("/claims/0/support").doubleValue()).isBetween(0.45, 0.9999);
    assertThat(reply.at("/claims/1/support").doubleValue()).isEqualTo(1);
    assertThat(texts(reply.at("/explanation/dropped"), "check")).containsExactly("essentials", "form");
    assertThat(reply.at("/explanation/dropped/0/reason").stringValue())
        .isEqualTo("the evidence does not have: 52,000");

    String id = reply.at("/conversation_id").stringValue();
    JsonNode kept = JSON.readTree(get("/api/v1/conversations/" + id));
    assertThat(kept.at("/turns/0/claims")).isEqualTo(reply.at("/claims"));

    List<String> events = ask("text/event-stream", Map.of("question", QUESTION, "conversation_id", id))
        .lines().filter(line -> !line.isEmpty()).toList();
    List<JsonNode> claimed = new ArrayList<>();
    for (int at = 0; at < events.size(); at++) {
      if (events.get(at).equals("event:claim")) {
        claimed.add(JSON.readTree(events.get(at + 1).substring("data:".length())));
      }
    }
    JsonNode last = JSON.readTree(events.getLast().substring("data:".length()));
    assertThat(claimed).isEqualTo(StreamSupport.stream(last.at("/claims").spliterator(), false).toList())
        .hasSize(2);
  }

  @Test
  void markersDoAsWellAsASchemaAndAQuotationIsNoClaim() throws Exception {
    output = "“" + COPY + "” [1]\n\n" + TOLD + " [1]";
    JsonNode reply = JSON.readTree(ask(QUESTION));

    assertThat(texts(reply.at("/claims"), "text")).containsExactly(TOLD);
    reply.at("/claims").forEach(claim -> isInItsPlace(claim, reply));
    assertThat(texts(reply.at("/citations"), "cited_text")).contains(COPY);
    assertThat(reply.at("/answer").stringValue()).contains("“" + COPY + "” [1]");
  }

  @Test
  void whereTheDocumentsAnswerThemselvesThereAreNone() throws Exception {
    output = "Roosevelt sank the fleet in 1812. [1]";
    JsonNode reply = JSON.readTree(ask(QUESTION));

    assertThat(reply.at("/model").stringValue()).isEqualTo("extractive");
    assertThat(reply.at("/claims").isArray()).isTrue();
    assertThat(reply.at("/claims").isEmpty()).isTrue();
    assertThat(reply.at("/citations").isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwen2.5-coder-0.5b", "qwen2.5-coder-1.5b", "smollm2-135m"})
  void aStreamOfARealServerIsReadAsItWasSent(String model) throws Exception {
    JsonNode recorded = recorded().filter(each -> each.at("/model").stringValue().equals(model)).findFirst()
        .orElseThrow();
    output = recorded.at("/said").stringValue();
    JsonNode expected = JSON.readTree(ask(recorded.at("/question").stringValue()));
    stream = Files.readString(RECORDED.resolve(model + ".sse"));
    JsonNode reply = JSON.readTree(ask(recorded.at("/question").stringValue()));

    assertThat(reply.at("/status").stringValue()).isEqualTo("answered");
    assertThat(reply.at("/answer")).isEqualTo(expected.at("/answer"));
    assertThat(reply.at("/claims")).isEqualTo(expected.at("/claims"));
    reply.at("/claims").forEach(claim -> isInItsPlace(claim, reply));
  }

  @Test
  void hardlyAClaimOfARealModelThatIsWrongIsShown() throws Exception {
    List<String> wrong = new ArrayList<>();
    List<String> shownWrong = new ArrayList<>();
    List<String> right = new ArrayList<>();
    List<String> shownRight = new ArrayList<>();
    for (JsonNode recorded : recorded().toList()) {
      // The numbers are those of the evidence at that time, which each reader puts in another order.
      output = recorded.at("/said").stringValue().replaceAll("\"evidence\"\\s*:\\s*\\[[^\\]]*\\]",
          "\"evidence\":[]");
      JsonNode reply = JSON.readTree(ask(recorded.at("/question").stringValue()));
      List<String> shown = texts(reply.at("/claims"), "text");
      recorded.at("/claims").forEach(claim -> {
        String text = claim.at("/text").stringValue();
        boolean isRight = claim.at("/right").booleanValue();
        (isRight ? right : wrong).add(text);
        if (shown.contains(text)) {
          (isRight ? shownRight : shownWrong).add(text);
        }
      });
    }
    assertThat(shownWrong).as("of %d wrong claims", wrong.size()).hasSizeLessThanOrEqualTo(MOST_WRONG);
    assertThat(shownRight).as("of %d right claims", right.size()).hasSizeGreaterThanOrEqualTo(LEAST_RIGHT);
  }

  private static Stream<JsonNode> recorded() throws IOException {
    return Files.readAllLines(RECORDED.resolve("answers.jsonl")).stream().map(JSON::readTree);
  }

  /** Checks that a claim stands where it says, its markers behind it, each of which is a citation's. */
  private static void isInItsPlace(JsonNode claim, JsonNode reply) {
    String answer = reply.at("/answer").stringValue();
    int end = claim.at("/answer_end").intValue();
    assertThat(answer.substring(claim.at("/answer_start").intValue(), end))
        .isEqualTo(claim.at("/text").stringValue());
    StringBuilder markers = new StringBuilder();
    claim.at("/markers").forEach(marker -> markers.append(" [").append(marker.intValue()).append(']'));
    assertThat(answer.substring(end)).startsWith(markers).isNotEmpty();
    assertThat(texts(reply.at("/citations"), "marker")).containsAll(
        StreamSupport.stream(claim.at("/markers").spliterator(), false).map(JsonNode::asString).toList());
  }

  private static List<String> texts(JsonNode objects, String field) {
    return StreamSupport.stream(objects.spliterator(), false).map(each -> each.at("/" + field).asString())
        .toList();
  }

  private String ask(String question) throws Exception {
    return ask("application/json", Map.of("question", question, "explain", true));
  }

  private String ask(String accept, Map<String, Object> request) throws Exception {
    return send(HttpRequest.newBuilder(uri("/api/v1/answers")).header("Content-Type", "application/json")
        .header("Accept", accept).POST(BodyPublishers.ofString(JSON.writeValueAsString(request))).build());
  }

  private String get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static String send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
