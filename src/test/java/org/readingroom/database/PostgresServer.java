package org.readingroom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server for tests, which listens on this machine alone and leaves nothing behind. */
public final class PostgresServer implements AutoCloseable {

  /** The server refuses to run as root; Debian's package makes this user for it. */
  private static final List<String> AS_POSTGRES = "root".equals(System.getProperty("user.name"))
      ? List.of("runuser", "-u", "postgres", "--")
      : List.of();

  private final Path programs;
  private final Path folder;
  private final int port;
  private int databases;

  private PostgresServer(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Starts a server; where PostgreSQL is not installed the tests that need it are skipped. */
  public static PostgresServer start() throws Exception {
    Optional<Path> programs = programs();
    assumeTrue(programs.isPresent(), "PostgreSQL is not tested: apt-get install postgresql.");
    Path folder = Files.createTempDirectory("postgres");
    if (!AS_POSTGRES.isEmpty()) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PostgresServer server = new PostgresServer(programs.orElseThrow(), folder, free.getLocalPort());
      server.postgres("initdb", "-D", server.data(), "-U", "reader", "-A", "trust", "-E", "UTF8",
          "--no-locale",
          "--no-sync");
      free.close();
      server.control("start");
      return server;
    }
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

  /** Makes an empty database and returns its URL. */
  public String database() throws SQLException {
    databases++;
    try (Connection connection = DriverManager.getConnection(url("postgres"), "reader", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE test_" + databases);
    }
    return url("test_" + databases);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** Starts or stops the server; those who are connected then are cut off. */
  public void control(String what) throws Exception {
    List<String> options = new ArrayList<>(List.of("-D", data(), "-m", "fast", "-w", "-s", what));
    if (what.equals("start")) {
      options.addAll(List.of("-l", folder.resolve("log").toString(), "-o",
          "-p " + port + " -h 127.0.0.1 -k " + folder + " -c fsync=off"));
    }
    postgres("pg_ctl", options.toArray(String[]::new));
  }

  private void postgres(String program, String... options) throws Exception {
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

  @Override
  public void close() throws Exception {
    control("stop");
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
