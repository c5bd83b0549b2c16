package org.readingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs servers that other users of the machine and other processes must learn nothing from, and kills them. */
class PrivateHomeIT {

  private static final String QUESTION = "How much lead did Stalin want from Korea?";
  /** Sets the umask that takes no right from anybody, then becomes the program that follows. */
  private static final List<String> OPEN_HANDED = List.of("sh", "-c", "umask 000; exec \"$@\"", "sh");

  @TempDir
  Path folder;

  private Path home() {
    return folder.resolve("home").toAbsolutePath();
  }

  private ServerProcess serve(List<String> through) throws Exception {
    Path shared = Path.of(RealProgram.HOME).toAbsolutePath();
    return ServerProcess.start(through, List.of("-Dreading-room.home=" + home(),
        "-Dreading-room.index=" + shared.resolve("index"),
        "-Dreading-room.models=" + shared.resolve("models")));
  }

  private static HttpResponse<String> ask(HttpClient client, ServerProcess server, String accept)
      throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/answers"))
        .header("Content-Type", "application/json").header("Accept", accept)
        .POST(BodyPublishers.ofString("{\"question\":\"" + QUESTION + "\"}")).build(),
        BodyHandlers.ofString());
  }

  @Test
  void nobodyElseMayReadWhatIsKeptAndNothingListensButTheServer() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "Only Linux tells who listens.");
    Path loose = Files.createDirectories(home().resolve("logs")).resolve("reading-room.log");
    Files.writeString(loose, "kept\n");
    for (Path path : List.of(home(), loose.getParent(), loose)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    try (ServerProcess server = serve(OPEN_HANDED); HttpClient client = HttpClient.newHttpClient()) {
      assertThat(ask(client, server, "application/json").statusCode()).isEqualTo(200);

      assertThat(rights(home())).isEqualTo("rwx------");
      assertThat(rights(loose)).isEqualTo("rwx------");
      for (String ending : List.of(".db", ".db-wal", ".db-shm")) {
        assertThat(rights(home().resolve("conversations" + ending))).isEqualTo("rw-------");
      }
      assertThat(home().resolve("conversations.lock.db")).doesNotExist();
      assertThat(listening(server.process().pid())).hasSize(1);
    }
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** Returns the sockets that a process waits for others on. */
  private static Set<String> listening(long process) throws IOException {
    Set<String> mine;
    try (Stream<Path> open = Files.list(Path.of("/proc/" + process + "/fd"))) {
      mine = open.map(PrivateHomeIT::target).collect(Collectors.toSet());
    }
    List<String> rows = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      rows.addAll(Files.readAllLines(Path.of("/proc/" + process + "/net/" + table)));
    }
    return rows.stream().map(row -> row.strip().split("\\s+"))
        // The state is 0A for a socket that listens, the tenth word its number.
        .filter(row -> row[3].equals("0A")).map(row -> "socket:[" + row[9] + "]").filter(mine::contains)
        .collect(Collectors.toSet());
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // It was closed meanwhile.
    }
  }

  /** Kills a server while clients ask, each over JSON and as a stream, and looks for each answer that came. */
  @Test
  void everyAnswerThatCameIsFoundAfterAKill() throws Exception {
    Set<String> answered = ConcurrentHashMap.newKeySet();
    for (int kill = 0; kill < 3; kill++) {
      try (ServerProcess server = serve(List.of())) {
        int before = answered.size();
        List<Thread> clients = new ArrayList<>();
        for (int at = 0; at < 4; at++) {
          String accept = at % 2 == 0 ? "application/json" : "text/event-stream";
          clients.add(Thread.ofPlatform().start(() -> askOn(server, accept, answered)));
        }
        // Not between two answers, but whenever the third has come.
        while (answered.size() < before + 3) {
          assertThat(server.process().isAlive()).isTrue();
          Thread.sleep(2);
        }
        server.process().destroyForcibly().waitFor();
        for (Thread client : clients) {
          client.join();
        }
      }
    }
    assertThat(answered).hasSizeGreaterThanOrEqualTo(9);
    try (ServerProcess server = serve(List.of()); HttpClient client = HttpClient.newHttpClient()) {
      for (String conversation : answered) {
        assertThat(client.send(
            HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/conversations/" + conversation))
                .build(),
            BodyHandlers.ofString()).body()).contains(QUESTION);
      }
    }
  }

  /** Asks until the server is gone, and writes down the conversations of the answers that came whole. */
  private static void askOn(ServerProcess server, String accept, Set<String> answered) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (true) {
        String body = ask(client, server, accept).body();
        JsonNode reply = JsonMapper.shared()
            .readTree(body.startsWith("{") ? body : body.substring(body.lastIndexOf("data:") + 5));
        assertThat(reply.at("/status").stringValue()).isEqualTo("answered");
        answered.add(reply.at("/conversation_id").stringValue());
      }
    } catch (IOException | InterruptedException e) {
      // The server was killed.
    }
  }
}
