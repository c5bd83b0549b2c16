package org.readingroom.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.answer.Answer.Abstained;
import org.readingroom.answer.Answer.Answered;
import org.readingroom.answer.Question;
import org.readingroom.answer.Samples;
import org.springframework.core.io.ClassPathResource;

/** Takes over what an earlier version kept in an H2 file. */
class OldConversationsIT {

  @TempDir
  Path folder;

  private Path old;

  /** Keeps conversations as the earlier version did, its leftovers included. */
  @BeforeEach
  void keepAsBefore() throws Exception {
    old = folder.resolve("conversations.mv.db");
    try (Connection connection = open(); Statement statement = connection.createStatement()) {
      // The tables are those of PostgreSQL.
      statement.execute(new ClassPathResource("db/migration/postgresql/V1__conversations.sql")
          .getContentAsString(StandardCharsets.UTF_8));
      statement.execute("INSERT INTO conversation VALUES ('c', '조선 “lead”', 1000, 3000), ('d', 'D', 1, 2)");
      for (int at = 1; at <= 3; at++) {
        statement.execute(
            """
                INSERT INTO turn (id, conversation_id, question, filters, max_citations, query, status, answer, citations,
                  related, model, degraded, asked, elapsed_ms)
                VALUES ('t%d', 'c', 'Question %d', '{"documents":[],"persons":[]}', 5, 'q', 'abstained', 'No.', '[]',
                  '[]', 'extractive', NULL, %d, 7)"""
                .formatted(at, at, at * 1000));
      }
    }
    Files.writeString(folder.resolve("conversations.lock.db"), "server=127.0.0.1:1");
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("conversations").toAbsolutePath());
  }

  private DatabaseStore store(ConversationDatabase database) {
    return new DatabaseStore(database, KeptConversations.collection(Samples.PLANES));
  }

  @Test
  void areTakenOverOnce() throws Exception {
    byte[] before = Files.readAllBytes(old);
    try (ConversationDatabase database = DatabaseStoreIT.database(folder)) {
      DatabaseStore store = store(database);

      assertThat(store.list()).containsExactly(
          new Conversation("c", "조선 “lead”", Instant.ofEpochMilli(1000), Instant.ofEpochMilli(3000)),
          new Conversation("d", "D", Instant.ofEpochMilli(1), Instant.ofEpochMilli(2)));
      assertThat(store.turns("c")).extracting(turn -> turn.question().text())
          .containsExactly("Question 1", "Question 2", "Question 3");
      store.delete("d");
    }
    assertThat(old).doesNotExist();
    assertThat(folder.resolve("conversations.lock.db")).doesNotExist();
    assertThat(folder.resolve("conversations.old.mv.db")).hasBinaryContent(before);
    try (ConversationDatabase database = DatabaseStoreIT.database(folder)) {
      assertThat(store(database).list()).extracting(Conversation::id).containsExactly("c");
    }
  }

  @Test
  void aTurnOfAnEarlierVersionHasNoClaims() throws Exception {
    try (Connection connection = open(); Statement statement = connection.createStatement()) {
      String words = Samples.PLANES.text().substring(0, 18);
      statement.execute(
          """
              UPDATE turn SET status = 'answered', answer = 'Planes [1]', citations = '[{"document":"%s","start":0,
                "end":18,"words":"%s","answerStart":0,"answerEnd":10,"emphasis":[],"score":0.5}]' WHERE id = 't1'"""
              .formatted(Samples.PLANES.id(), words));
    }
    try (ConversationDatabase database = DatabaseStoreIT.database(folder)) {
      assertThat(store(database).turns("c").getFirst().answer()).isInstanceOf(Answered.class)
          .satisfies(answer -> assertThat(answer.claims()).isEmpty());
    }
  }

  @Test
  void areTakenOverFromAProcessThatWasKilled() throws Exception {
    Path copy = folder.resolve("copy");
    try (Connection connection = open(); Statement statement = connection.createStatement()) {
      statement.execute("UPDATE conversation SET title = 'Later' WHERE id = 'c'");
      statement.execute("CHECKPOINT SYNC");
      connection.setAutoCommit(false);
      statement.execute("UPDATE conversation SET title = 'Never' WHERE id = 'c'");
      Files.copy(old, copy);
      connection.rollback();
    }
    Files.delete(old);
    Files.move(copy, old);
    try (ConversationDatabase database = DatabaseStoreIT.database(folder)) {
      assertThat(store(database).list()).extracting(Conversation::title).containsExactly("Later", "D");
    }
  }

  @Test
  void waitWhileAnEarlierVersionStillRuns() throws Exception {
    try (Connection connection = open()) {
      assertThat(connection.isValid(1)).isTrue();
      Process process = DatabaseStoreIT.start(NewTurn.class, folder.toString());
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      assertThat(old).exists();
    }
    try (ConversationDatabase database = DatabaseStoreIT.database(folder)) {
      assertThat(store(database).list()).extracting(Conversation::id).containsExactlyInAnyOrder("c", "d",
          "new");
    }
  }

  /** Keeps a conversation from another process. */
  static final class NewTurn {

    private NewTurn() {}

    public static void main(String... args) {
      try (ConversationDatabase database = DatabaseStoreIT.database(Path.of(args[0]))) {
        Turn turn = new Turn("n", "new", Question.of("New?"), "q", new Abstained("No.", List.of()),
            "extractive",
            Instant.now(), Duration.ZERO);
        new DatabaseStore(database, KeptConversations.collection(Samples.PLANES)).add(turn, true);
      }
    }
  }

  @Test
  void thatCannotBeReadAreLeftAndStopNothing() throws Exception {
    Files.writeString(old, "This is no database. ".repeat(1000));
    try (ConversationDatabase database = DatabaseStoreIT.database(folder)) {
      assertThat(store(database).list()).isEmpty();
    }
    assertThat(Files.readString(old)).startsWith("This is no database.");
  }
}
