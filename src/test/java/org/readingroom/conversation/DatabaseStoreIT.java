package org.readingroom.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.answer.Answer.Answered;
import org.readingroom.answer.Question;
import org.readingroom.answer.Samples;
import org.readingroom.search.Filters;

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

      Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
          OtherProcess.class.getName(), folder.toString(), mine).redirectErrorStream(true).start();
      String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(other.waitFor()).as(said).isZero();
      assertThat(here.turns(mine)).extracting(turn -> turn.question().text()).containsExactly(FIRST,
          "And planes?");
      assertThat(here.turns(mine).getLast().query()).isEqualTo(FIRST + " And planes?");
    }
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
  void aDamagedFileStopsNoAnswer() throws IOException {
    Path file = folder.resolve("conversations.mv.db");
    Files.writeString(file, "This is no database. ".repeat(1000));
    try (ConversationDatabase database = database(folder)) {
      Conversations conversations = conversations(database, CLAIM, Samples.PLANES);
      Turn turn = conversations.ask(Question.of(FIRST));

      assertThat(turn.answer()).isInstanceOf(Answered.class);
      assertThat(conversations.takeFault()).hasValueSatisfying(fault -> assertThat(fault)
          .isEqualTo("The conversations in " + file.toAbsolutePath()
              + " cannot be used: the file is damaged; move it away and a new one is begun."));
      assertThat(conversations.takeFault()).isEmpty();
      // It goes on as long as the program runs.
      assertThat(conversations.ask(new Question("And planes?", turn.conversationId(), Filters.NONE, 5))
          .query()).isEqualTo(FIRST + " And planes?");
      assertThatThrownBy(conversations::list).isInstanceOf(ConversationsUnavailableException.class);
      assertThat(Files.readString(file)).startsWith("This is no database.");
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenStopsNoAnswer() throws IOException {
    Files.writeString(folder.resolve("taken"), "a file where a folder is wanted");
    try (ConversationDatabase database = database(folder.resolve("taken"))) {
      Conversations conversations = conversations(database, CLAIM, Samples.PLANES);

      assertThat(conversations.ask(Question.of(FIRST)).answer()).isInstanceOf(Answered.class);
      assertThat(conversations.takeFault()).hasValueSatisfying(
          fault -> assertThat(fault).endsWith("cannot be used: the file cannot be opened or written."));
    }
  }

  @Test
  void aDatabaseThatMayOnlyBeReadStopsNoAnswer() {
    String id;
    try (ConversationDatabase database = database(folder)) {
      id = conversations(database, CLAIM, Samples.PLANES).ask(Question.of(FIRST)).conversationId();
    }
    String url = "jdbc:h2:file:" + folder.resolve("conversations").toAbsolutePath() + ";ACCESS_MODE_DATA=r";
    try (ConversationDatabase database = new ConversationDatabase(
        new DatabaseSettings(folder.resolve("x"), url, null, null))) {
      Conversations conversations = conversations(database, CLAIM, Samples.PLANES);

      assertThat(conversations.turns(id)).hasSize(1);
      assertThat(conversations.ask(Question.of(FIRST)).answer()).isInstanceOf(Answered.class);
      assertThat(conversations.takeFault()).isPresent();
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsNamedWithoutItsAddress() {
    try (ConversationDatabase database = new ConversationDatabase(new DatabaseSettings(folder.resolve("x"),
        "jdbc:postgresql://127.0.0.1:1/none?password=secret", "me", "secret"))) {
      Conversations conversations = conversations(database, CLAIM, Samples.PLANES);

      assertThat(conversations.ask(Question.of(FIRST)).answer()).isInstanceOf(Answered.class);
      assertThat(conversations.takeFault())
          .hasValue("The conversations in the database that is set cannot be "
              + "used: it does not answer, or refuses what is asked of it.");
    }
  }
}
