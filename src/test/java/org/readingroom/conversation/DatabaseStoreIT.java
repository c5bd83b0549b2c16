package org.readingroom.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.answer.Answer.Abstained;
import org.readingroom.answer.Answer.Answered;
import org.readingroom.answer.FakeSearch;
import org.readingroom.answer.Question;
import org.readingroom.answer.Samples;
import org.readingroom.answer.ScriptedChatModel;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;
import org.readingroom.search.Filters;

/** Keeps conversations in real files, over restarts, in two processes, and where the file is no good. */
class DatabaseStoreIT {

  static final String FIRST = "How many tanks did Mao Zedong want from Stalin?";
  static final String CLAIM = "{\"claims\":[{\"evidence\":1,\"quote\":\"We ask for nine regiments of tanks.\"}]}";

  @TempDir
  Path folder;

  private static Collection collection(Document... documents) {
    return new Collection("test", "T", "P", "in T", "00", List.of(documents), new Authority(List.of()),
        List.of());
  }

  static ConversationDatabase database(Path folder) {
    return new ConversationDatabase(
        new DatabaseSettings(folder.resolve("conversations"), null, null, null));
  }

  static Conversations conversations(ConversationDatabase database, String output, Document... documents) {
    return new Conversations(Samples.answering(new ScriptedChatModel(output), new FakeSearch(Samples.PLANES)),
        new DatabaseStore(database, collection(documents)),
        Clock.fixed(Instant.parse("2026-11-01T00:00:00.123Z"), ZoneOffset.UTC));
  }

  @Test
  void keepsWhyAnAnswerWasNotWhatWasToBeExpected() {
    Question question = Question.of(FIRST);
    Turn turn = new Turn("t", "c", question, FIRST, new Abstained("No.", List.of()), "extractive",
        Instant.EPOCH,
        Duration.ZERO, "The model did not answer.");
    try (ConversationDatabase database = database(folder)) {
      DatabaseStore store = new DatabaseStore(database, collection(Samples.PLANES));
      store.add(turn);

      assertThat(store.turns("c")).extracting(Turn::degraded).containsExactly("The model did not answer.");
    }
  }

  @Test
  void aConversationIsTheSameAfterARestart() {
    Question question = new Question(FIRST, null, new Filters(Set.of(8), LocalDate.of(1950, 1, 1), null,
        Set.of("Mao"), Kind.TELEGRAM), 2);
    Turn turn;
    try (ConversationDatabase database = database(folder)) {
      turn = conversations(database, CLAIM, Samples.PLANES).ask(question);
    }
    try (ConversationDatabase database = database(folder)) {
      Conversations later = conversations(database, CLAIM, Samples.PLANES);
      Turn kept = later.turns(turn.conversationId()).getFirst();

      assertThat(kept.id()).isEqualTo(turn.id());
      assertThat(kept.answer()).isInstanceOf(Answered.class).isEqualTo(turn.answer());
      assertThat(kept.query()).isEqualTo(turn.query());
      assertThat(kept.model()).isEqualTo(turn.model());
      assertThat(kept.asked()).isEqualTo(turn.asked());
      assertThat(kept.elapsed().toMillis()).isEqualTo(turn.elapsed().toMillis());
      assertThat(kept.question().filters()).isEqualTo(question.filters());
      assertThat(kept.question().maxCitations()).isEqualTo(2);
      assertThat(later.conversation(turn.conversationId())).isEqualTo(
          new Conversation(turn.conversationId(), FIRST, turn.asked(), turn.asked()));
    }
  }

  @Test
  void aFollowUpWorksAfterARestart() {
    String id;
    try (ConversationDatabase database = database(folder)) {
      id = conversations(database, CLAIM, Samples.PLANES).ask(Question.of(FIRST)).conversationId();
    }
    try (ConversationDatabase database = database(folder)) {
      Conversations later = conversations(database, CLAIM, Samples.PLANES);
      Turn second = later.ask(new Question("And planes?", id, Filters.NONE, 5));

      assertThat(second.query()).isEqualTo(FIRST + " And planes?");
      assertThat(later.turns(id)).hasSize(2);
    }
  }

  @Test
  void conversationsAreListedRenamedAndDeleted() {
    try (ConversationDatabase database = database(folder)) {
      Conversations kept = conversations(database, "{}", Samples.PLANES);
      String one = kept.ask(Question.of("One?")).conversationId();
      String other = kept.ask(Question.of("x".repeat(2000))).conversationId();

      kept.rename(one, "Ein Titel – 제목");
      assertThat(kept.list()).extracting(Conversation::title)
          .containsExactlyInAnyOrder("Ein Titel – 제목", "x".repeat(199) + "…");
      kept.delete(other);
      assertThat(kept.list()).extracting(Conversation::id).containsExactly(one);
      assertThatThrownBy(() -> kept.delete(other)).isInstanceOf(UnknownConversationException.class);
      assertThatThrownBy(() -> kept.rename(other, "x")).isInstanceOf(UnknownConversationException.class);
      assertThatThrownBy(() -> kept.turns(other)).isInstanceOf(UnknownConversationException.class);
      assertThatThrownBy(() -> kept.ask(new Question("And?", "' OR 1=1 --", Filters.NONE, 5)))
          .isInstanceOf(UnknownConversationException.class);
    }
  }

  @Test
  void aQuotationThatNoLongerStandsIsNotGivenBack() {
    String id;
    try (ConversationDatabase database = database(folder)) {
      id = conversations(database, CLAIM, Samples.PLANES).ask(Question.of(FIRST)).conversationId();
    }
    Document changed = Samples.document(8, Samples.PLANES.text().replace("nine", "ten!"));
    try (ConversationDatabase database = database(folder)) {
      assertThat(conversations(database, CLAIM, changed).turns(id).getFirst().answer())
          .isEqualTo(new Abstained("The documents that were quoted here have changed since; ask again.",
              List.of()));
    }
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
