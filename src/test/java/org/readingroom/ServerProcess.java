package org.readingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Is a server in a process of its own, killed at the end. */
record ServerProcess(Process process, String url) implements AutoCloseable {

  private static final Pattern LISTENS = Pattern.compile("listens at (http://\\S+?)/? ");

  /**
   * Returns the options of a server that shares conversations and library with others in a PostgreSQL database.
   *
   * @param home its data directory, without an index of the built-in collection, which is that of all tests
   */
  static List<String> sharing(String database, Path home) {
    List<String> options = new ArrayList<>(List.of("-Dreading-room.home=" + home,
        "-Dreading-room.index=" + RealProgram.HOME + "/index",
        "-Dreading-room.models=" + RealProgram.HOME + "/models",
        // Tests ask more than clients do.
        "-Dreading-room.web.requests-per-minute=100000"));
    for (String part : List.of("library", "conversations")) {
      options.add("-Dreading-room." + part + ".url=" + database);
      options.add("-Dreading-room." + part + ".username=reader");
    }
    return options;
  }

  /** Starts a server on a free port and waits until it can answer. */
  static ServerProcess start(List<String> options) throws Exception {
    return start(List.of(), options);
  }

  /** Starts a server on a port of its own. */
  static ServerProcess start(int port, List<String> options) throws Exception {
    return start(List.of(), options, port);
  }

  /**
   * Starts a server through another program.
   *
   * @param through what is given the command of the server as arguments
   */
  static ServerProcess start(List<String> through, List<String> options) throws Exception {
    return start(through, options, 0);
  }

  private static ServerProcess start(List<String> through, List<String> options, int port) throws Exception {
    List<String> command = new ArrayList<>(through);
    command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"),
        ReadingRoomApplication.class.getName(), "serve", "--port", String.valueOf(port)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    List<String> said = new ArrayList<>();
    String line;
    while ((line = lines.readLine()) != null) {
      said.add(line);
      Matcher listens = LISTENS.matcher(line);
      if (listens.find()) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(rest -> {}));
        ServerProcess server = new ServerProcess(process, listens.group(1));
        try (HttpClient client = HttpClient.newHttpClient()) {
          await().atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofMillis(300))
              .until(() -> client.send(
                  HttpRequest.newBuilder(URI.create(server.url() + "/actuator/health/readiness")).build(),
                  BodyHandlers.discarding()).statusCode() == 200);
        }
        return server;
      }
    }
    throw new AssertionError("The server did not start: " + said);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
