package org.readingroom.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Answer.Answered;
import org.readingroom.answer.Question;
import org.readingroom.answer.Samples;

/** Keeps conversations in a PostgreSQL server of its own; where it is not installed the tests are skipped. */
class PostgresStoreIT extends KeptConversations {

  /** The server refuses to run as root; Debian's package makes this user for it. */
  private static final List<String> AS_POSTGRES = "root".equals(System.getProperty("user.name"))
      ? List.of("runuser", "-u", "postgres", "--")
      : List.of();

  private static Path programs;
  private static Path folder;
  private static int port;
  private static int databases;
  private String name;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> found = programs();
    assumeTrue(found.isPresent(), "PostgreSQL is not tested: apt-get install postgresql.");
    programs = found.orElseThrow();
    folder = Files.createTempDirectory("postgres");
    if (!AS_POSTGRES.isEmpty()) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    postgres("initdb", "-D", data(), "-U", "reader", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
    control("start");
  }

  @AfterAll
  static void stop() throws Exception {
    if (folder != null) {
      control("stop");
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  @BeforeEach
  void create() throws Exception {
    name = "conversations_" + ++databases;
    try (Connection connection = DriverManager.getConnection(url("postgres"), "reader", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
  }

  @Override
  ConversationDatabase database() {
    return new ConversationDatabase(new DatabaseSettings(folder.resolve("unused"), url(name), "reader", ""));
  }

  @Test
  void aServerThatGoesAwayStopsNoAnswerAndIsFoundAgain() throws Exception {
    try (ConversationDatabase database = database()) {
      Conversations conversations = conversations(database, CLAIM, Samples.PLANES);
      String id = conversations.ask(Question.of(FIRST)).conversationId();
      control("stop");
      Turn meanwhile;
      try {
        meanwhile = conversations.ask(Question.of(FIRST));
        assertThat(meanwhile.answer()).isInstanceOf(Answered.class);
        assertThat(meanwhile.unsaved())
            .startsWith("This answer could not be saved: the database does not answer");
      } finally {
        control("start");
      }
      // The pool trusts a connection that was used half a second ago, and the restart is quicker than that.
      await().atMost(Duration.ofMinutes(1))
          .ignoreExceptionsInstanceOf(ConversationsUnavailableException.class)
          .untilAsserted(() -> assertThat(conversations.turns(id)).hasSize(1));
      conversations.ask(new Question("And planes?", meanwhile.conversationId(),
          org.readingroom.search.Filters.NONE, 5));
      assertThat(conversations.list()).extracting(Conversation::id).contains(meanwhile.conversationId(), id);
      assertThat(conversations.turns(meanwhile.conversationId())).hasSize(2);
    }
  }

  private static String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private static String data() {
    return folder.resolve("data").toString();
  }

  private static Optional<Path> programs() throws IOException {
    Path debian = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(debian)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(debian)) {
      return versions.map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb"))).findFirst();
    }
  }

  private static void control(String what) throws Exception {
    List<String> options = new ArrayList<>(List.of("-D", data(), "-m", "fast", "-w", "-s", what));
    if (what.equals("start")) {
      options.addAll(List.of("-l", folder.resolve("log").toString(), "-o",
          "-p " + port + " -h 127.0.0.1 -k " + folder + " -c fsync=off"));
    }
    postgres("pg_ctl", options.toArray(String[]::new));
  }

  private static void postgres(String program, String... options) throws Exception {
    List<String> command = new ArrayList<>(AS_POSTGRES);
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(options));
    run(command);
  }

  private static void run(List<String> command) throws Exception {
    Path out = Files.createTempFile("command", ".txt");
    Process process = new ProcessBuilder(command)
        .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
        .redirectErrorStream(true).redirectOutput(out.toFile()).start();
    int status = process.waitFor();
    assertThat(status).as("%s: %s", command, Files.readString(out, StandardCharsets.UTF_8)).isZero();
    Files.delete(out);
  }
}
