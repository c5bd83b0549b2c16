package org.readingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.readingroom.FuzzedRequest.Outcome;
import org.readingroom.index.BuildProgress;
import org.readingroom.library.Holding;
import org.readingroom.library.Library;
import org.readingroom.search.LiveIndex;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends what the OpenAPI document allows and what it does not, and holds every reply against the document. */
@RealProgram
class OpenApiFuzzIT {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long SEED = 1950;
  /** More than there are requests to one operation. */
  private static final int MOST_DOCUMENTS = 120;
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "trace", "brew");
  /** Is how a class is named, or a line of a stack trace begins. */
  private static final Pattern INSIDES = Pattern
      .compile("\\b(?:[a-z]\\w*\\.){2,}[A-Z]\\w*|\\w+Exception\\b|\\bat [\\w.$]+\\(");

  @LocalServerPort
  int port;

  @Autowired
  LiveIndex index;

  @Autowired
  Library library;

  private final Deque<String> documents = new ArrayDeque<>();
  private String filed = "";

  private JsonNode document;
  private OpenApiContract contract;

  @BeforeEach
  void readTheDocument() throws IOException {
    index.open(BuildProgress.SILENT);
    document = JSON.readTree(RawHttp.send(port, "GET", "/v3/api-docs", List.of(), new byte[0]).body());
    contract = new OpenApiContract(document);
  }

  @TestFactory
  Stream<DynamicTest> everyOperationRepliesAsTheDocumentSays() {
    return document.path("paths").propertyStream().flatMap(path -> path.getValue().propertyStream()
        .map(operation -> dynamicTest(operation.getKey() + " " + path.getKey(),
            () -> fuzz(operation.getKey(), path.getKey(), operation.getValue()))));
  }

  @TestFactory
  Stream<DynamicTest> everyPathRefusesTheMethodsThatItHasNot() {
    return document.path("paths").propertyStream().map(path -> dynamicTest(path.getKey(), () -> {
      Set<String> known = new TreeSet<>(path.getValue().propertyNames());
      for (String method : METHODS) {
        if (!known.contains(method)) {
          RawHttp.Reply reply = RawHttp.send(port, method.toUpperCase(Locale.ROOT),
              path.getKey().replace(RequestFuzzer.ID, "7"), List.of(), new byte[0]);
          assertThat(reply.status()).as(method).isEqualTo(405);
          assertThat(problems(reply)).as(method).isEmpty();
          if (!method.equals("trace")) {
            assertThat(Stream.of(reply.headers().get("allow").toLowerCase(Locale.ROOT).split(",\\s*")))
                .as(method).containsExactlyInAnyOrderElementsOf(known);
          }
        }
      }
    }));
  }

  private void fuzz(String method, String path, JsonNode operation) throws IOException {
    List<String> faults = new ArrayList<>();
    int sent = 0;
    String id = "";
    int accepted = 0;
    for (FuzzedRequest made : new RequestFuzzer(method, path, operation, new SchemaValues(document, SEED))
        .all()) {
      // What was deleted is there no longer.
      id = id.isEmpty() || method.equals("delete") ? id(method, path) : id;
      FuzzedRequest request = made.to(made.what(), made.target().replace(RequestFuzzer.ID, id),
          made.outcome());
      RawHttp.Reply reply = RawHttp.send(port, request.method(), request.target(), request.headers(),
          request.body());
      sent++;
      accepted += reply.status() < 300 ? 1 : 0;
      List<String> wrong = faults(method, path, operation, request, reply);
      if (!wrong.isEmpty()) {
        faults.add(request + "\n  " + reply.status() + " " + String.join(" ", wrong) + "\n  " + reply.body());
      }
    }
    // Odd titles make odd ids, which are those of nothing again.
    remove(holding -> !holding.id().startsWith("fuzzed"));
    assertThat(faults).as("of %s requests", sent).isEmpty();
    assertThat(accepted).as("of %s requests", sent).isPositive();
  }

  /** Returns the id of something that is there. */
  private String id(String method, String path) throws IOException {
    if (path.equals("/api/v1/documents/{id}/original")
        || path.equals("/api/v1/documents/{id}") && method.equals("delete")) {
      return documentOfAFile();
    }
    if (path.equals("/api/v1/collections/{id}/files") && method.equals("delete")) {
      return collectionOfAFile();
    }
    if (path.startsWith("/api/v1/collections/") && !method.equals("get")) {
      return collection();
    }
    if (path.startsWith("/api/v1/collections")) {
      return "nkidp-korean-war";
    }
    if (path.startsWith("/v1/models")) {
      return "reading-room";
    }
    if (!path.startsWith("/api/v1/conversations")) {
      return "nkidp-korean-war:7";
    }
    return JSON.readTree(RawHttp.send(port, "POST", "/api/v1/answers",
        List.of("Content-Type: application/json"),
        "{\"question\":\"Who is asked for lead?\"}".getBytes(UTF_8)).body()).path("conversation_id")
        .stringValue();
  }

  private String collection() throws IOException {
    return JSON.readTree(RawHttp.send(port, "POST", "/api/v1/collections",
        List.of("Content-Type: application/json"), "{\"title\":\"Fuzzed\"}".getBytes(UTF_8)).body())
        .path("id").stringValue();
  }

  /** Returns the id of a collection with the file that is removed, which is sent again where it was. */
  private String collectionOfAFile() throws IOException {
    String collection = filed.isEmpty() ? collection() : filed;
    filed = collection;
    if (library.files(collection).isEmpty()) {
      RawHttp.send(port, "POST", "/api/v1/collections/" + collection + "/files",
          List.of("Content-Type: multipart/form-data; boundary=x"),
          SampleFiles.form(Map.of("notes.txt", new byte[0]), "x"));
      await().atMost(Duration.ofMinutes(1)).until(() -> !library.files(collection).isEmpty());
    }
    return collection;
  }

  /** Returns the id of a document that was read from a file, another every time. */
  private String documentOfAFile() throws IOException {
    if (documents.isEmpty()) {
      String collection = collection();
      Map<String, byte[]> files = new HashMap<>();
      for (int i = 0; i < MOST_DOCUMENTS; i++) {
        files.put(i + ".txt", ("The bell of the tower " + i + " rang at noon.").getBytes(UTF_8));
      }
      String path = "/api/v1/collections/" + collection;
      RawHttp.send(port, "POST", path + "/files", List.of("Content-Type: multipart/form-data; boundary=x"),
          SampleFiles.form(files, "x"));
      await().atMost(Duration.ofMinutes(3))
          .until(() -> library.holding(collection).documents() == MOST_DOCUMENTS);
      for (int number = 1; number <= MOST_DOCUMENTS; number++) {
        documents.add(collection + ":" + number);
      }
    }
    return documents.remove();
  }

  /** Removes what was made; the data directory is other tests' too. */
  @AfterEach
  void removeTheCollections() throws IOException {
    remove(holding -> true);
    documents.clear();
  }

  private void remove(Predicate<Holding> which) throws IOException {
    for (Holding holding : library.holdings().stream().filter(which).toList()) {
      RawHttp.send(port, "DELETE", "/api/v1/collections/" + holding.id(), List.of(), new byte[0]);
    }
  }

  private List<String> faults(String method, String path, JsonNode operation, FuzzedRequest request,
      RawHttp.Reply reply) {
    List<String> faults = new ArrayList<>();
    if (reply.status() >= 500) {
      faults.add("The server failed.");
    }
    boolean refused = reply.status() >= 400;
    if (request.outcome() != Outcome.EITHER && refused != (request.outcome() == Outcome.REFUSED)) {
      faults.add("It should have been " + request.outcome() + ".");
    }
    for (String header : List.of("content-security-policy", "x-content-type-options")) {
      if (!reply.headers().containsKey(header)) {
        faults.add(header + " is missing.");
      }
    }
    JsonNode described = operation.path("responses").path(String.valueOf(reply.status()));
    if (refused) {
      faults.addAll(problems(reply));
      if (!faults.isEmpty()) {
        return faults;
      }
      String type = JSON.readTree(reply.body()).path("type").stringValue();
      if ((reply.status() == 404 && type.endsWith(":not-found")
          || reply.status() == 405 && type.endsWith(":method-not-allowed"))
          && request.what().equals("an id")) {
        return faults; // The path that the id made is not this one.
      }
      if (!described.path("description").asString("").contains("`" + type + "`")) {
        faults.add(type + " is not among what may be wrong.");
      }
    }
    faults.addAll(contract.violations(method, path, reply.status(), reply.mediaType(), reply.body()));
    return faults;
  }

  /** Returns what about an error is not as all errors are. */
  private static List<String> problems(RawHttp.Reply reply) {
    List<String> faults = new ArrayList<>();
    if (!reply.mediaType().equals("application/problem+json")) {
      return List.of("It is " + reply.mediaType() + ".");
    }
    JsonNode problem = JSON.readTree(reply.body());
    if (!problem.path("type").asString("").matches("urn:reading-room:problem:[a-z-]+")) {
      faults.add("It has no stable type.");
    }
    if (problem.path("status").asInt(0) != reply.status()) {
      faults.add("It states another status.");
    }
    if (INSIDES.matcher(problem.path("title").asString("") + " " + problem.path("detail").asString(""))
        .find()) {
      faults.add("It tells of the program's insides.");
    }
    return faults;
  }
}
