package org.readingroom.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Answer.Answered;
import org.readingroom.answer.Question;
import org.readingroom.answer.Samples;
import org.readingroom.database.PostgresServer;

/** Keeps conversations in a PostgreSQL server of its own; where it is not installed the tests are skipped. */
class PostgresStoreIT extends KeptConversations {

  private static PostgresServer server;
  private String url;

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

  @BeforeEach
  void create() throws Exception {
    url = server.database();
  }

  @Override
  ConversationDatabase database() {
    return new ConversationDatabase(new DatabaseSettings(Path.of("unused"), url, "reader", ""));
  }

  @Test
  void aServerThatGoesAwayStopsNoAnswerAndIsFoundAgain() throws Exception {
    try (ConversationDatabase database = database()) {
      Conversations conversations = conversations(database, CLAIM, Samples.PLANES);
      String id = conversations.ask(Question.of(FIRST)).conversationId();
      server.control("stop");
      Turn meanwhile;
      try {
        meanwhile = conversations.ask(Question.of(FIRST));
        assertThat(meanwhile.answer()).isInstanceOf(Answered.class);
        assertThat(meanwhile.unsaved())
            .startsWith("This answer could not be saved: the database does not answer");
      } finally {
        server.control("start");
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
}
