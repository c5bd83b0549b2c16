package org.readingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.database.PostgresServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has clients ask two servers behind nginx, as {@code docs/deploy/nginx.conf} sets it up, for as many minutes as the
 * property {@code load.minutes} says, while every minute one of the servers is killed and started again. What came of it
 * is written to {@code target/load.md}.
 */
@EnabledIfSystemProperty(named = "load.minutes", matches = "\\d+")
class LoadIT {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
      .build();
  private static final int CLIENTS = Integer.getInteger("load.clients", 50);
  private static final Duration BETWEEN_KILLS = Duration.ofMinutes(1);
  private static final Duration DEAD = Duration.ofSeconds(5);
  /** The questions of a conversation; the second leans on the first. */
  private static final List<String> QUESTIONS = List.of("How much lead did Stalin want from Korea?",
      "And why?",
      "What did Zhou Enlai say about the 38th parallel?",
      "Who signed the armistice for the Chinese volunteers?");

  @TempDir
  private Path folder;

  private final List<ServerProcess> servers = new CopyOnWriteArrayList<>();
  private final List<Integer> ports = new ArrayList<>();
  private final List<Long> millis = new CopyOnWriteArrayList<>();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private final Map<String, List<String>> turns = new ConcurrentHashMap<>();
  private final AtomicBoolean goesOn = new AtomicBoolean(true);

  private @Nullable PostgresServer database;
  private @Nullable Process nginx;
  private String url = "";
  private String databaseUrl = "";

  @BeforeEach
  void start() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/sbin/nginx")),
        "Not tested without nginx: apt-get install nginx.");
    database = PostgresServer.start();
    databaseUrl = database.database();
    for (int i = 0; i < 2; i++) {
      ports.add(freePort());
      servers.add(serve(i));
    }
    int port = freePort();
    url = "http://127.0.0.1:" + port;
    String site = Files.readString(Path.of("docs/deploy/nginx.conf"))
        .replace("reading-room-1:8080", "127.0.0.1:" + ports.get(0))
        .replace("reading-room-2:8080", "127.0.0.1:" + ports.get(1))
        .replace("listen 80;", "listen 127.0.0.1:" + port + ";")
        // All clients have one address here.
        .replace("rate=50r/s", "rate=10000r/s");
    Path configuration = Files.writeString(folder.resolve("nginx.conf"), "daemon off;\npid nginx.pid;\n"
        + "events {}\nhttp {\naccess_log off;\n" + site + "}\n");
    nginx = new ProcessBuilder("/usr/sbin/nginx", "-p", folder.toString(), "-c", configuration.toString(),
        "-e",
        folder.resolve("error.log").toString()).inheritIO().start();
  }

  @AfterEach
  void stop() throws Exception {
    servers.forEach(ServerProcess::close);
    if (nginx != null) {
      nginx.destroy();
      nginx.waitFor();
    }
    if (database != null) {
      database.close();
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private ServerProcess serve(int number) throws Exception {
    return ServerProcess.start(ports.get(number),
        ServerProcess.sharing(databaseUrl, folder.resolve("home-" + number)));
  }

  @Test
  void killsCostNoAnswer() throws Exception {
    List<List<String>> right = conversation();
    List<Thread> clients = IntStream.range(0, CLIENTS)
        .mapToObj(i -> Thread.ofVirtual().start(() -> ask(right)))
        .toList();
    int kills = 0;
    for (int minute = 0; minute < Integer.getInteger("load.minutes"); minute++) {
      Thread.sleep(BETWEEN_KILLS.minus(DEAD));
      int number = minute % servers.size();
      servers.get(number).process().destroyForcibly().waitFor();
      kills++;
      Thread.sleep(DEAD);
      servers.set(number, serve(number));
    }
    goesOn.set(false);
    for (Thread client : clients) {
      client.join();
    }
    List<String> lost = lost();
    report(kills, lost.size());
    assertThat(wrong).isEmpty();
    assertThat(lost).isEmpty();
    assertThat(failures).hasSizeLessThanOrEqualTo(millis.size() / 1_000);
  }

  /** Asks all questions of a conversation and returns what each cites. */
  private List<List<String>> conversation() throws Exception {
    List<List<String>> cited = new ArrayList<>();
    String conversation = null;
    for (String question : QUESTIONS) {
      HttpResponse<byte[]> reply = send(question, conversation);
      assertThat(reply.statusCode()).isEqualTo(200);
      JsonNode answer = JSON.readTree(reply.body());
      conversation = answer.path("conversation_id").stringValue();
      cited.add(cited(answer));
    }
    assertThat(cited.getFirst()).isNotEmpty();
    return cited;
  }

  private void ask(List<List<String>> right) {
    String conversation = null;
    int next = 0;
    while (goesOn.get()) {
      long start = System.nanoTime();
      try {
        HttpResponse<byte[]> reply = send(QUESTIONS.get(next), conversation);
        if (reply.statusCode() != 200) {
          throw new IllegalStateException("HTTP status " + reply.statusCode());
        }
        JsonNode answer = JSON.readTree(reply.body());
        // What fails after white space was sent to keep the connection is a problem object under 200.
        if (answer.path("status").intValue(200) != 200) {
          throw new IllegalStateException(String.valueOf(answer));
        }
        millis.add((System.nanoTime() - start) / 1_000_000);
        conversation = answer.path("conversation_id").stringValue();
        turns.computeIfAbsent(conversation, first -> new CopyOnWriteArrayList<>())
            .add(answer.path("id").stringValue());
        if (!cited(answer).equals(right.get(next))) {
          wrong.add(QUESTIONS.get(next) + " " + answer);
        }
        next = (next + 1) % QUESTIONS.size();
        conversation = next == 0 ? null : conversation;
      } catch (Exception e) {
        failures.add(String.valueOf(e));
        conversation = null;
        next = 0;
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> send(String question, @Nullable String conversation) throws Exception {
    Map<String, String> body = new LinkedHashMap<>(Map.of("question", question));
    if (conversation != null) {
      body.put("conversation_id", conversation);
    }
    return CLIENT.send(HttpRequest.newBuilder(URI.create(url + "/api/v1/answers"))
        .header("Content-Type", "application/json").timeout(Duration.ofMinutes(3))
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))).build(), BodyHandlers.ofByteArray());
  }

  private static List<String> cited(JsonNode answer) {
    return answer.path("citations").valueStream().map(each -> each.path("document_id").stringValue() + " "
        + each.path("start_char_index").intValue() + " " + each.path("end_char_index").intValue()).toList();
  }

  /** Returns the turns that were answered and are not kept. */
  private List<String> lost() throws Exception {
    List<String> lost = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : turns.entrySet()) {
      HttpResponse<byte[]> kept = CLIENT.send(
          HttpRequest.newBuilder(URI.create(url + "/api/v1/conversations/" + each.getKey())).build(),
          BodyHandlers.ofByteArray());
      List<String> ids = JSON.readTree(kept.body()).path("turns").valueStream()
          .map(turn -> turn.path("id").stringValue()).toList();
      each.getValue().stream().filter(id -> !ids.contains(id)).forEach(lost::add);
    }
    return lost;
  }

  private void report(int kills, int lost) throws Exception {
    assertThat(millis).as("%s", failures).isNotEmpty();
    List<Long> sorted = millis.stream().sorted().toList();
    Files.writeString(Path.of("target/load.md"), """
        | clients | kills | answered | wrong | failed | turns lost | p50 | p95 |
        |---|---|---|---|---|---|---|---|
        | %d | %d | %d | %d | %d | %d | %.1f s | %.1f s |

        %s
        """.formatted(CLIENTS, kills, sorted.size(), wrong.size(), failures.size(), lost,
        sorted.get(sorted.size() / 2) / 1e3, sorted.get(sorted.size() * 95 / 100) / 1e3,
        failures.stream().collect(Collectors.groupingBy(failure -> failure, Collectors.counting()))));
  }
}
