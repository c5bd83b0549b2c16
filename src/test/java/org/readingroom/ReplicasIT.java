package org.readingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.database.PostgresServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs two servers, each with a data directory of its own, over one PostgreSQL database; where that is not installed
 * the tests are skipped.
 */
class ReplicasIT {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String BUILT_IN = "How much lead did Stalin want from Korea?";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir
  private static Path folder;

  private static PostgresServer database;
  private static String url;
  private static final List<ServerProcess> SERVERS = new ArrayList<>();
  private static int homes;

  @BeforeAll
  static void start() throws Exception {
    database = PostgresServer.start();
    url = database.database();
    SERVERS.add(serve());
    SERVERS.add(serve());
  }

  @AfterAll
  static void stop() throws Exception {
    SERVERS.forEach(ServerProcess::close);
    if (database != null) {
      database.close();
    }
  }

  private static ServerProcess serve() throws Exception {
    return ServerProcess.start(ServerProcess.sharing(url, folder.resolve("home-" + ++homes)));
  }

  @Test
  void whatIsAddedThroughOneIsAskedThroughTheOther() throws Exception {
    ServerProcess holder = holder();
    ServerProcess other = other(holder);
    // Sent to the one that does not read files.
    String id = make(other);
    Map<String, byte[]> sent = SampleFiles.all();
    add(other, id, sent);
    awaitReady(other, id);
    awaitReady(holder, id);
    for (ServerProcess each : SERVERS) {
      assertThat(json(get(each, "/api/v1/collections/" + id + "/files")).valueStream()
          .map(file -> file.path("path").stringValue() + " " + file.path("status").stringValue()))
          .containsExactlyInAnyOrder("lighthouses #1 50%.pdf indexed", "ferry.html indexed",
              "mill 😀.txt indexed", "empty.txt empty");
    }

    JsonNode first = answer(holder, "How many passengers did the ferry Swallow carry?", id, null);
    assertThat(first.at("/citations/0/cited_text").stringValue()).isEqualTo(SampleFiles.FERRY);
    String conversation = first.path("conversation_id").stringValue();
    JsonNode followUp = answer(other, "How often did it cross the lake?", id, conversation);
    assertThat(followUp.path("conversation_id").stringValue()).isEqualTo(conversation);
    assertThat(followUp.at("/citations/0/cited_text").stringValue()).isEqualTo(SampleFiles.FERRY);
    assertThat(turns(holder, conversation)).hasSize(2);

    JsonNode keepers = answer(other, "How many keepers kept the lighthouse at Cape Hollow?", id, null)
        .at("/citations/0");
    assertThat(keepers.path("page_end").intValue()).isGreaterThanOrEqualTo(2);
    String document = keepers.path("document_id").stringValue();
    for (ServerProcess each : SERVERS) {
      assertThat(get(each, "/api/v1/documents/" + document + "/original").body())
          .isEqualTo(sent.get("lighthouses #1 50%.pdf"));
    }

    assertThat(send(other, "DELETE", "/api/v1/documents/" + document, null).statusCode()).isEqualTo(204);
    assertThat(get(holder, "/api/v1/documents/" + document).statusCode()).isEqualTo(404);
    assertThat(send(holder, "DELETE", "/api/v1/collections/" + id, null).statusCode()).isEqualTo(204);
    assertThat(get(other, "/api/v1/collections/" + id).statusCode()).isEqualTo(404);
    await().atMost(PATIENCE).until(() -> !isOnDisk(id));
  }

  private static boolean isOnDisk(String id) {
    for (int home = 1; home <= homes; home++) {
      if (folder.resolve("home-" + home).resolve("collections").resolve(id).toFile().exists()) {
        return true;
      }
    }
    return false;
  }

  @Test
  void whereTheOneThatReadsFilesIsKilledTheOtherTakesOver() throws Exception {
    ServerProcess holder = holder();
    ServerProcess other = other(holder);
    String id = make(holder);
    // It is killed with these under way.
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 40; i++) {
      files.put(i + ".txt", ("The bell of tower " + i + " rang at noon.").getBytes(UTF_8));
    }
    add(holder, id, files);
    await().atMost(PATIENCE)
        .until(() -> json(get(other, "/api/v1/collections/" + id)).path("documents").intValue() > 2);
    holder.process().destroyForcibly().waitFor();
    SERVERS.remove(holder);
    add(other, id, Map.of("ferry.txt", SampleFiles.FERRY.getBytes(UTF_8)));

    awaitReady(other, id);
    assertThat(json(get(other, "/api/v1/collections/" + id)).path("documents").intValue()).isEqualTo(41);
    assertThat(answer(other, "How many passengers did the ferry Swallow carry?", id, null)
        .at("/citations/0/cited_text").stringValue()).isEqualTo(SampleFiles.FERRY);
    assertThat(holder()).isEqualTo(other);

    // One that begins with an empty data directory has what the others have.
    ServerProcess fresh = serve();
    SERVERS.add(fresh);
    awaitReady(fresh, id);
    assertThat(answer(fresh, "How many passengers did the ferry Swallow carry?", id, null)
        .at("/citations/0/cited_text").stringValue()).isEqualTo(SampleFiles.FERRY);
    assertThat(holder()).isEqualTo(other);
  }

  /** What a client was told, and when. */
  private record Told(long at, boolean builtIn, int status) {}

  @Test
  void aDatabaseThatGoesAwayCostsErrorsOnlyWhileItIsAway() throws Exception {
    String id = make(SERVERS.getFirst());
    add(SERVERS.getFirst(), id, Map.of("ferry.txt", SampleFiles.FERRY.getBytes(UTF_8)));
    for (ServerProcess each : SERVERS) {
      awaitReady(each, id);
    }
    ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
    Map<String, List<String>> answered = new ConcurrentHashMap<>();
    AtomicBoolean goesOn = new AtomicBoolean(true);
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ServerProcess server = SERVERS.get(i % 2);
      boolean builtIn = i < 2;
      clients.add(Thread.ofVirtual().start(() -> ask(server, builtIn ? null : id, goesOn, told, answered)));
    }
    Thread.sleep(4_000);
    long gone = System.nanoTime();
    database.control("stop");
    // Of these at least one began after the end of the database.
    await().atMost(PATIENCE).until(() -> told.stream()
        .filter(each -> each.at() > gone && each.builtIn() && each.status() == 200).count() > 2);
    for (ServerProcess each : SERVERS) {
      assertThat(get(each, "/actuator/health/readiness").statusCode()).isEqualTo(200);
      assertThat(get(each, "/actuator/health/liveness").statusCode()).isEqualTo(200);
      assertThat(get(each, "/actuator/health").statusCode()).isEqualTo(503);
    }
    database.control("start");
    long back = System.nanoTime();
    Thread.sleep(12_000);
    goesOn.set(false);
    for (Thread client : clients) {
      client.join();
    }

    long settled = back + Duration.ofSeconds(5).toNanos();
    assertThat(told).as("outside of the time that it is away")
        .filteredOn(each -> each.at() < gone || each.at() > settled).isNotEmpty()
        .allSatisfy(each -> assertThat(each.status()).isEqualTo(200));
    assertThat(told).extracting(Told::status)
        .as("%s", told.stream().map(each -> (each.at() - gone) / 1_000_000 + " " + each).toList())
        .containsOnly(200, 503);
    assertThat(told).filteredOn(each -> each.at() > gone && each.at() < back).extracting(Told::builtIn,
        Told::status).contains(org.assertj.core.groups.Tuple.tuple(true, 200));
    assertThat(answered).isNotEmpty();
    // What was answered is kept in the end, once and in its order, and seen by both; what failed behind its saving may be.
    for (ServerProcess each : SERVERS) {
      await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
        for (Map.Entry<String, List<String>> conversation : answered.entrySet()) {
          assertThat(turns(each, conversation.getKey())).doesNotHaveDuplicates()
              .containsSubsequence(conversation.getValue());
        }
      });
    }
    await().atMost(PATIENCE).until(() -> get(holder(), "/actuator/health").statusCode() == 200);
  }

  /** Asks one question after the other, five in a conversation. */
  private static void ask(ServerProcess server, @Nullable String id, AtomicBoolean goesOn,
      ConcurrentLinkedQueue<Told> told, Map<String, List<String>> answered) {
    String conversation = null;
    for (int i = 0; goesOn.get(); i++) {
      try {
        conversation = i % 5 == 0 ? null : conversation;
        HttpResponse<byte[]> reply = question(server,
            id == null ? BUILT_IN : "How many passengers did the ferry Swallow carry?", id, conversation);
        // What fails after white space was sent to keep the connection is a problem object under 200.
        int status = reply.statusCode() == 200
            ? json(reply).path("status").intValue(200)
            : reply.statusCode();
        told.add(new Told(System.nanoTime(), id == null, status));
        if (status == 200) {
          conversation = json(reply).path("conversation_id").stringValue();
          answered.computeIfAbsent(conversation, first -> new CopyOnWriteArrayList<>())
              .add(json(reply).path("id").stringValue());
        } else {
          Thread.sleep(100);
        }
      } catch (Exception e) {
        told.add(new Told(System.nanoTime(), id == null, -1));
      }
    }
  }

  /** Returns the server that reads files. */
  private static ServerProcess holder() {
    List<ServerProcess> holders = new ArrayList<>();
    await().atMost(PATIENCE).until(() -> {
      holders.clear();
      for (ServerProcess each : SERVERS) {
        if (json(get(each, "/actuator/health")).at("/components/library/details/reads_files")
            .booleanValue(false)) {
          holders.add(each);
        }
      }
      return !holders.isEmpty();
    });
    assertThat(holders).hasSize(1);
    return holders.getFirst();
  }

  private static ServerProcess other(ServerProcess holder) {
    return SERVERS.stream().filter(each -> !each.equals(holder)).findFirst().orElseThrow();
  }

  private static String make(ServerProcess server) throws Exception {
    HttpResponse<byte[]> made = send(server, "POST", "/api/v1/collections", Map.of("title", "Papers"));
    assertThat(made.statusCode()).isEqualTo(201);
    return json(made).path("id").stringValue();
  }

  private static void add(ServerProcess server, String id, Map<String, byte[]> files) throws Exception {
    HttpResponse<byte[]> reply = CLIENT
        .send(HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/collections/" + id + "/files"))
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofByteArray(SampleFiles.form(files, "x"))).build(),
            BodyHandlers.ofByteArray());
    assertThat(reply.statusCode()).isEqualTo(202);
    assertThat(json(get(server, "/api/v1/collections/" + id)).path("state").stringValue())
        .isEqualTo("indexing");
  }

  private static void awaitReady(ServerProcess server, String id) {
    await().atMost(PATIENCE).until(() -> {
      JsonNode collection = json(get(server, "/api/v1/collections/" + id));
      return collection.path("state").stringValue().equals("ready")
          && collection.path("documents").intValue() > 0;
    });
  }

  private static JsonNode answer(ServerProcess server, String question, String collection,
      @Nullable String conversation) throws Exception {
    HttpResponse<byte[]> reply = question(server, question, collection, conversation);
    assertThat(reply.statusCode()).as(new String(reply.body(), UTF_8)).isEqualTo(200);
    JsonNode answer = json(reply);
    assertThat(answer.path("status").stringValue()).as(answer.toString()).isEqualTo("answered");
    return answer;
  }

  private static HttpResponse<byte[]> question(ServerProcess server, String question,
      @Nullable String collection, @Nullable String conversation) throws Exception {
    Map<String, String> body = new LinkedHashMap<>(Map.of("question", question));
    if (collection != null) {
      body.put("collection", collection);
    }
    if (conversation != null) {
      body.put("conversation_id", conversation);
    }
    return send(server, "POST", "/api/v1/answers", body);
  }

  private static List<String> turns(ServerProcess server, String conversation) throws Exception {
    HttpResponse<byte[]> kept = get(server, "/api/v1/conversations/" + conversation);
    assertThat(kept.statusCode()).as(() -> new String(kept.body(), UTF_8)).isEqualTo(200);
    return json(kept).path("turns").valueStream().map(turn -> turn.path("id").stringValue()).toList();
  }

  private static HttpResponse<byte[]> get(ServerProcess server, String path) throws Exception {
    return send(server, "GET", path, null);
  }

  private static HttpResponse<byte[]> send(ServerProcess server, String method, String path,
      @Nullable Object body) throws Exception {
    return CLIENT.send(HttpRequest.newBuilder(URI.create(server.url() + path))
        .header("Content-Type", "application/json")
        .method(method,
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
        .build(), BodyHandlers.ofByteArray());
  }

  private static JsonNode json(HttpResponse<byte[]> reply) {
    return JSON.readTree(reply.body());
  }
}
