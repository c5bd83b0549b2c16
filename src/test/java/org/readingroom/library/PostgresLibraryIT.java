package org.readingroom.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.database.PostgresServer;
import org.springframework.core.NestedRuntimeException;

/** Keeps a library in PostgreSQL for several machines; where it is not installed the tests are skipped. */
class PostgresLibraryIT extends LibraryContract {

  private static PostgresServer server;
  private @Nullable String url;
  private @Nullable String site;

  @BeforeAll
  static void start() throws Exception {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Override
  LibrarySettings settings() {
    try {
      url = url == null ? server.database() : url;
      return new LibrarySettings(url, "reader", "", site);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the library as a program with a data directory of its own has it. */
  private Library elsewhere() {
    home = folder.resolve("elsewhere");
    return library();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "reader", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void whatWasSentToOneMachineIsReadAndGivenOutByAnother() throws IOException {
    Library other = elsewhere();
    library.create("papers", "");
    send(library, "sent.txt", "A paper that was sent.");
    assertThat(other.waiting()).containsExactly("papers");
    assertThat(other.waiting("papers")).containsExactly("sent.txt");

    other.update("papers", UpdateListener.NONE);
    assertThat(statuses()).containsExactly("sent.txt indexed");
    assertThat(library.waiting()).isEmpty();
    assertThat(document(1).text()).isEqualTo("A paper that was sent.");
    for (Library each : List.of(library, other)) {
      Path file = Path.of(each.file("papers:1").orElseThrow().location());
      assertThat(file).startsWith(each.folder("papers")).hasContent("A paper that was sent.");
    }
    // Whoever reads next finds it as it was, also in another folder.
    assertThat(update().files()).extracting(FileRecord::status).containsExactly("unchanged");
    assertThat(parsed).isEmpty();

    assertThat(library.remove("papers", "sent.txt")).isTrue();
    assertThat(other.update("papers", UpdateListener.NONE).files()).isEmpty();
    assertThat(other.sent("papers")).isEmptyDirectory();
    assertThat(statuses()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1 << 20, (1 << 20) + 1, 5_000_000})
  void aFileOfAnySizeComesBackAsItWasSent(int size) throws IOException {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    library.create("papers", "");
    Path sent = Files.write(folder.resolve("sent.csv"), content);
    library.keep("papers", List.of(new SentFile("metadata.csv", sent, false)), (name, taken) -> name);

    Library other = elsewhere();
    other.update("papers", UpdateListener.NONE); // A list is no document, so that nothing reads what it says.
    assertThat(other.sent("papers").resolve("metadata.csv")).hasBinaryContent(content);
  }

  @Test
  void aListThatIsSentAgainTakesThePlaceOfTheOneBefore() throws IOException {
    library.create("papers", "");
    for (String text : List.of("file,title", "title,file")) {
      Path sent = Files.writeString(folder.resolve("sent.csv"), text);
      assertThat(library.keep("papers", List.of(new SentFile("metadata.csv", sent, true)),
          (name, taken) -> "another")).containsExactly("metadata.csv");
      library.update("papers", UpdateListener.NONE);
      assertThat(library.sent("papers").resolve("metadata.csv")).hasContent(text);
    }
    assertThat(library.waiting()).isEmpty();
  }

  @Test
  void filesOfOneNameThatComeAtOnceAreKeptUnderTwo() throws Exception {
    library.create("papers", "");
    List<Callable<List<String>>> tasks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Library to = i % 2 == 0 ? library : elsewhere();
      Path sent = Files.writeString(folder.resolve("sent-" + i), "Number " + i);
      tasks.add(() -> to.keep("papers", List.of(new SentFile("a.txt", sent, false)), (name, taken) -> {
        String free = name;
        for (int number = 2; taken.test(free); number++) {
          free = number + name;
        }
        return free;
      }));
    }
    List<String> names = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<List<String>> each : threads.invokeAll(tasks)) {
        names.addAll(each.get());
      }
    }
    assertThat(names).hasSize(8).doesNotHaveDuplicates();
    assertThat(library.waiting("papers")).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void nothingIsSentToACollectionThatIsGone() throws IOException {
    library.create("papers", "");
    library.delete("papers");
    assertThatThrownBy(() -> send(library, "a.txt", "Late.")).isInstanceOf(UnknownCollectionException.class);
  }

  /** The folder may be there on another machine, too, and be another one. */
  @Test
  void anotherMachineRemovesNothingThatItDoesNotSee() throws IOException {
    add();
    Path single = Files.writeString(folder.resolve("single.txt"), "A single paper.");
    library.add("papers", List.of(single), UpdateListener.NONE);
    Files.delete(single);
    Files.delete(papers.resolve("one.txt"));

    Library other = elsewhere();
    UpdateReport report = other.update("papers", UpdateListener.NONE);
    assertThat(report.removed()).isEmpty();
    assertThat(report.missing()).hasSize(2);
    assertThat(statuses()).containsExactly("one.txt indexed", "single.txt indexed", "two.txt indexed");
    assertThat(other.file("papers:2").orElseThrow().location()).startsWith("@");

    // What is taken out there stays out here.
    assertThat(other.remove("papers", "two.txt")).isTrue();
    assertThat(update().removed()).containsExactlyInAnyOrder("one.txt", "single.txt");
    assertThat(statuses()).isEmpty();
  }

  @Test
  void machinesOfOneSiteSeeTheSameFiles() throws IOException {
    site = "archive";
    library = library();
    add();
    Files.delete(papers.resolve("one.txt"));

    assertThat(elsewhere().update("papers", UpdateListener.NONE).removed()).containsExactly("one.txt");
  }

  @Test
  void aChangeWaitsForAnotherAndSaysSoWhereThatTakesTooLong() throws Exception {
    library.create("papers", "");
    Library other = elsewhere();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<UpdateReport> update = threads.submit(() -> library.add("papers", List.of(papers),
          (file, done, total) -> {
            begun.countDown();
            waitFor(goOn);
          }));
      begun.await();
      assertThat(library.isAwaited("papers")).isFalse();
      Future<Boolean> change = threads.submit(() -> other.remove("papers", "one.txt"));
      await().until(() -> library.isAwaited("papers"));
      assertThat(library.isAwaited("others")).isFalse();
      // Another collection can be changed meanwhile.
      assertThat(other.create("others", "")).isTrue();
      assertThatThrownBy(change::get).hasRootCauseInstanceOf(LibraryException.class)
          .hasMessageContaining("Another process is changing the collection papers");
      goOn.countDown();
      assertThat(update.get().cancelled()).isFalse();
    }
    assertThat(other.remove("papers", "one.txt")).isTrue();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoeverLosesTheLockWritesNothingMore() {
    library.create("papers", "");
    assertThatThrownBy(() -> library.add("papers", List.of(papers), (file, done, total) -> {
      try {
        execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    })).isInstanceOf(LibraryException.class).hasMessageContaining("does not answer");
    assertThat(statuses()).containsExactly("one.txt indexed");

    assertThat(update().files()).extracting(FileRecord::status).containsExactly("unchanged", "indexed");
  }

  @Test
  void oneOfSeveralHoldsTheLease() throws Exception {
    library.create("papers", "");
    Library other = elsewhere();
    assertThat(library.renewLease()).isTrue();
    assertThat(other.renewLease()).isFalse();
    assertThat(library.renewLease()).isTrue();
    assertThat(other.holdsLease()).isFalse();

    execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");
    await().until(other::renewLease);
    assertThat(library.renewLease()).isFalse();
    assertThat(library.holdsLease()).isFalse();

    other.close();
    await().until(library::renewLease);
  }

  @Test
  void programsThatBeginAtOnceMakeTheTablesOnce() throws Exception {
    url = server.database();
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String id = "papers-" + i;
      Library each = i % 2 == 0 ? elsewhere() : library();
      tasks.add(() -> each.create(id, ""));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> each : threads.invokeAll(tasks)) {
        assertThat(each.get()).isTrue();
      }
    }
    assertThat(library().holdings()).hasSize(4);
  }

  @Test
  void tablesOfALaterVersionAreLeftAlone() throws Exception {
    library.create("papers", "");
    execute("""
        INSERT INTO library_schema_history (installed_rank, version, description, type, script, checksum,
          installed_by, execution_time, success)
        VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'reader', 1, TRUE)""");
    assertThatThrownBy(() -> elsewhere().holdings()).isInstanceOf(LibraryException.class)
        .hasMessageContaining("another version of Reading Room");
  }

  @Test
  void aServerThatGoesAwayIsFoundAgain() throws Exception {
    add();
    server.control("stop");
    try {
      assertThatThrownBy(() -> library.update("papers", UpdateListener.NONE))
          .isInstanceOf(NestedRuntimeException.class);
      assertThatThrownBy(() -> library.holdings()).isInstanceOf(NestedRuntimeException.class);
      assertThat(library.renewLease()).isFalse();
      assertThat(library.document("built-in:1")).isEmpty();
      long start = System.nanoTime();
      assertThatThrownBy(() -> library.holdings()).isInstanceOf(RuntimeException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
      assertThatThrownBy(() -> elsewhere().holdings()).isInstanceOf(LibraryException.class)
          .hasMessageContaining("The library's database does not answer");
    } finally {
      server.control("start");
    }
    await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> library.holdings().size() == 1);
    assertThat(library.renewLease()).isTrue();
    assertThat(update().files()).extracting(FileRecord::status).containsOnly("unchanged");
  }
}
