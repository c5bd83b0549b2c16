package org.readingroom.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.answer.Answer.Answered;
import org.readingroom.answer.Question;
import org.readingroom.answer.Samples;
import org.readingroom.database.SqliteFile;
import org.readingroom.search.Filters;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Keeps conversations in real files, over restarts, in two processes, and where the file is no good. */
class DatabaseStoreIT extends KeptConversations {

  @TempDir
  Path folder;

  static ConversationDatabase database(Path folder) {
    return new ConversationDatabase(
        new DatabaseSettings(folder.resolve("conversations"), null, null, null));
  }

  @Override
  ConversationDatabase database() {
    return database(folder);
  }

  @Test
  void aSingleQuestionOpensNoDatabase() {
    try (ConversationDatabase database = database(folder)) {
      conversations(database, CLAIM, Samples.PLANES).askOnce(Question.of(FIRST), List.of(),
          org.readingroom.answer.AnswerListener.NONE);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void twoProcessesShareTheFile() throws Exception {
    try (ConversationDatabase database = database(folder)) {
      Conversations here = conversations(database, CLAIM, Samples.PLANES);
      String mine = here.ask(Question.of(FIRST)).conversationId();

      Process other = start(OtherProcess.class, folder.toString(), mine);
      String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(other.waitFor()).as(said).isZero();
      assertThat(here.turns(mine)).extracting(turn -> turn.question().text()).containsExactly(FIRST,
          "And planes?");
      assertThat(here.turns(mine).getLast().query()).isEqualTo(FIRST + " And planes?");
    }
  }

  static Process start(Class<?> program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", "-Xmx256m", "--enable-native-access=ALL-UNNAMED", "-cp",
            System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Continues a conversation from another process. */
  static final class OtherProcess {

    private OtherProcess() {}

    public static void main(String... args) {
      try (ConversationDatabase database = database(Path.of(args[0]))) {
        conversations(database, CLAIM, Samples.PLANES)
            .ask(new Question("And planes?", args[1], Filters.NONE, 5));
      }
    }
  }

  @Test
  void processesThatWriteAtOnceLoseNothing() throws Exception {
    List<Process> writers = new ArrayList<>();
    for (int at = 0; at < 3; at++) {
      writers.add(start(ManyTurns.class, folder.toString()));
    }
    for (Process writer : writers) {
      String said = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(writer.waitFor()).as(said).isZero();
    }
    try (ConversationDatabase database = database(folder)) {
      DatabaseStore store = new DatabaseStore(database, collection(Samples.PLANES));
      assertThat(store.list()).hasSize(3 * ManyTurns.THREADS);
      assertThat(store.list()).allSatisfy(
          conversation -> assertThat(store.turns(conversation.id())).hasSize(ManyTurns.TURNS));
    }
  }

  /** Asks in several threads, each in a conversation of its own, and fails if a turn could not be saved. */
  static final class ManyTurns {

    static final int THREADS = 4;
    static final int TURNS = 20;

    private ManyTurns() {}

    public static void main(String... args) {
      try (ConversationDatabase database = database(Path.of(args[0]))) {
        Conversations conversations = conversations(database, CLAIM, Samples.PLANES);
        IntStream.range(0, THREADS).parallel().forEach(thread -> {
          String id = null;
          for (int at = 0; at < TURNS; at++) {
            Turn turn = conversations.ask(new Question("Question " + at, id, Filters.NONE, 5));
            id = turn.conversationId();
            if (turn.unsaved() != null) {
              throw new IllegalStateException(turn.unsaved());
            }
          }
        });
      }
    }
  }

  @Test
  void onlyTheOwnerMayReadTheFilesAndNothingElseIsNeeded() throws IOException {
    try (ConversationDatabase database = database(folder.resolve("new"))) {
      conversations(database, CLAIM, Samples.PLANES).ask(Question.of(FIRST));

      try (Stream<Path> files = Files.list(folder.resolve("new"))) {
        assertThat(files).isNotEmpty().allSatisfy(
            file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------"));
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new"))))
          .isEqualTo("rwx------");
      assertThat(folder.resolve("new/conversations-wal")).doesNotExist();
      assertThat(folder.resolve("new/conversations.db-wal")).isNotEmptyFile();
      assertThat(folder.resolve("new/conversations.lock.db")).doesNotExist();
    }
  }

  /** Is a database whose file may grow no more while its disk is full. */
  private static final class FullDisk extends ConversationDatabase {

    private boolean full;

    FullDisk(Path folder) {
      super(new DatabaseSettings(folder.resolve("conversations"), null, null, null));
    }

    void full(boolean full) {
      this.full = full;
      close();
    }

    @Override
    DataSource source(SqliteFile file) {
      return new DelegatingDataSource(super.source(file)) {
        @Override
        public Connection getConnection() throws SQLException {
          Connection connection = super.getConnection();
          if (full) {
            try (Statement statement = connection.createStatement()) {
              // As few as there are already.
              statement.execute("PRAGMA max_page_count = 1");
            }
          }
          return connection;
        }
      };
    }
  }

  @Test
  void aFileOfAnEarlierVersionIsReadAndGoneOnWith() throws Exception {
    String id;
    try (ConversationDatabase database = database(folder)) {
      id = conversations(database, CLAIM, Samples.PLANES).ask(Question.of(FIRST)).conversationId();
    }
    try (Connection connection = DriverManager
        .getConnection("jdbc:sqlite:" + folder.resolve("conversations.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE turn DROP COLUMN claims");
      statement.execute("DELETE FROM flyway_schema_history WHERE version = '2'");
    }
    try (ConversationDatabase database = database(folder)) {
      Conversations later = conversations(database, CLAIM, Samples.PLANES);
      later.ask(new Question("And planes?", id, Filters.NONE, 5));

      assertThat(later.turns(id)).hasSize(2).allSatisfy(turn -> {
        assertThat(turn.answer()).isInstanceOf(Answered.class);
        assertThat(turn.answer().claims()).isEmpty();
      });
    }
  }

  @Test
  void aFullDiskIsSaidInEachReplyAndTakesWhatWaitsOnceThereIsRoom() {
    List<String> questions = new ArrayList<>();
    String id;
    try (FullDisk database = new FullDisk(folder)) {
      Conversations conversations = conversations(database, CLAIM, Samples.PLANES);
      id = conversations.ask(Question.of(FIRST)).conversationId();
      questions.add(FIRST);
      database.full(true);
      int unsaved = 0;
      while (unsaved < 3) {
        String question = questions.size() + "?".repeat(1_900);
        questions.add(question);
        Turn turn = conversations.ask(new Question(question, id, Filters.NONE, 5));
        assertThat(turn.answer()).isInstanceOf(Answered.class);
        assertThat(questions).hasSizeLessThan(100);
        if (turn.unsaved() != null) {
          assertThat(turn.unsaved()).isEqualTo("This answer could not be saved: the disk is full. "
              + "That is tried again while the program runs.");
          unsaved++;
        }
      }
      database.full(false);
      questions.add("Last?");
      assertThat(conversations.ask(new Question("Last?", id, Filters.NONE, 5)).unsaved()).isNull();
    }
    try (ConversationDatabase database = database(folder)) {
      assertThat(asked(new DatabaseStore(database, collection(Samples.PLANES)).turns(id)))
          .isEqualTo(questions);
    }
  }

  @Test
  void aDamagedFileStopsNoAnswer() throws IOException {
    Path file = folder.resolve("conversations.db");
    Files.writeString(file, "This is no database. ".repeat(1000));
    try (ConversationDatabase database = database(folder)) {
      Conversations conversations = conversations(database, CLAIM, Samples.PLANES);
      Turn turn = conversations.ask(Question.of(FIRST));

      assertThat(turn.answer()).isInstanceOf(Answered.class);
      assertThat(turn.unsaved())
          .isEqualTo("This answer could not be saved: the file is damaged; move it away "
              + "and a new one is begun. That is tried again while the program runs.");
      // It goes on as long as the program runs.
      assertThat(conversations.ask(new Question("And planes?", turn.conversationId(), Filters.NONE, 5))
          .query()).isEqualTo(FIRST + " And planes?");
      assertThatThrownBy(conversations::list).isInstanceOf(ConversationsUnavailableException.class)
          .hasMessage("The conversations in " + file.toAbsolutePath()
              + " cannot be used: the file is damaged; move it away and a new one is begun.");
      assertThat(Files.readString(file)).startsWith("This is no database.");

      Files.delete(file);
      conversations.close();
      assertThat(asked(new DatabaseStore(database, collection(Samples.PLANES)).turns(turn.conversationId())))
          .containsExactly(FIRST, "And planes?");
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenStopsNoAnswer() throws IOException {
    Files.writeString(folder.resolve("taken"), "a file where a folder is wanted");
    try (ConversationDatabase database = database(folder.resolve("taken"))) {
      Conversations conversations = conversations(database, CLAIM, Samples.PLANES);

      Turn turn = conversations.ask(Question.of(FIRST));
      assertThat(turn.answer()).isInstanceOf(Answered.class);
      assertThat(turn.unsaved()).startsWith(
          "This answer could not be saved: the file cannot be opened or written.");
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsNamedWithoutItsAddress() {
    try (ConversationDatabase database = new ConversationDatabase(new DatabaseSettings(folder.resolve("x"),
        "jdbc:postgresql://127.0.0.1:1/none?password=secret", "me", "secret"))) {
      Conversations conversations = conversations(database, CLAIM, Samples.PLANES);

      Turn turn = conversations.ask(Question.of(FIRST));
      assertThat(turn.answer()).isInstanceOf(Answered.class);
      assertThat(turn.unsaved()).isEqualTo("This answer could not be saved: the database does not answer, or "
          + "refuses what is asked of it. That is tried again while the program runs.");
      assertThatThrownBy(conversations::list)
          .hasMessage("The conversations in the database that is set cannot be "
              + "used: the database does not answer, or refuses what is asked of it.");
    }
  }

  private static List<String> asked(List<Turn> turns) {
    return turns.stream().map(turn -> turn.question().text()).toList();
  }
}
