package org.readingroom.conversation;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads and writes the rows of conversations and turns, in the SQL that SQLite and PostgreSQL share. What is there
 * already is not added again: a save that seemed to fail may have succeeded.
 */
final class ConversationRows {

  static final RowMapper<ConversationRow> CONVERSATION = new SimplePropertyRowMapper<>(ConversationRow.class);
  static final RowMapper<TurnRow> TURN = new SimplePropertyRowMapper<>(TurnRow.class);

  private static final int LISTED = 1_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  ConversationRows(DataSource source) {
    this.jdbc = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
  }

  /**
   * Is a row of a conversation.
   *
   * @param created milliseconds since 1970, like all times here
   */
  record ConversationRow(String id, String title, long created, long changed) {}

  /**
   * Is a row of a turn.
   *
   * @param filters what the question was restricted to, as JSON, like citations, claims and related documents
   * @param claims null in turns of earlier versions
   */
  record TurnRow(String id, String conversationId, String question, String filters, int maxCitations,
      String query, String status, String answer, String citations, @Nullable String claims, String related,
      String model, @Nullable String degraded, long asked, long elapsedMs) {}

  /** Adds a turn and the conversation that it begins. */
  boolean begin(TurnRow turn, String title) {
    transaction.executeWithoutResult(status -> {
      insert(new ConversationRow(turn.conversationId(), title, turn.asked(), turn.asked()));
      insert(turn);
    });
    return true;
  }

  /** Adds a turn to its conversation, which nobody can delete meanwhile, and tells whether that is there. */
  boolean add(TurnRow turn) {
    return Boolean.TRUE.equals(transaction.execute(status -> {
      boolean there = jdbc.sql("UPDATE conversation SET changed = :asked WHERE id = :conversationId")
          .paramSource(turn).update() > 0;
      if (there) {
        insert(turn);
      }
      return there;
    }));
  }

  /** Adds conversations with their turns, all or none. */
  void addAll(List<ConversationRow> conversations, List<TurnRow> turns) {
    transaction.executeWithoutResult(status -> {
      conversations.forEach(this::insert);
      turns.forEach(this::insert);
    });
  }

  private void insert(ConversationRow row) {
    jdbc.sql("""
        INSERT INTO conversation (id, title, created, changed) VALUES (:id, :title, :created, :changed)
        ON CONFLICT DO NOTHING""").paramSource(row).update();
  }

  private void insert(TurnRow row) {
    jdbc.sql(
        """
            INSERT INTO turn (id, conversation_id, question, filters, max_citations, query, status, answer, citations,
              claims, related, model, degraded, asked, elapsed_ms)
            VALUES (:id, :conversationId, :question, :filters, :maxCitations, :query, :status, :answer, :citations,
              :claims, :related, :model, :degraded, :asked, :elapsedMs)
            ON CONFLICT DO NOTHING""")
        .paramSource(row).update();
  }

  /** Returns the last turns, the last one first. */
  List<TurnRow> lastTurns(String conversationId) {
    return jdbc.sql("SELECT * FROM turn WHERE conversation_id = :id ORDER BY position DESC LIMIT :most")
        .param("id", conversationId).param("most", ConversationStore.REMEMBERED).query(TURN).list();
  }

  List<TurnRow> turns(String conversationId) {
    return jdbc.sql("SELECT * FROM turn WHERE conversation_id = :id ORDER BY position")
        .param("id", conversationId).query(TURN).list();
  }

  List<ConversationRow> list() {
    return jdbc.sql("SELECT * FROM conversation ORDER BY changed DESC, id LIMIT :most").param("most", LISTED)
        .query(CONVERSATION).list();
  }

  Optional<ConversationRow> find(String id) {
    return jdbc.sql("SELECT * FROM conversation WHERE id = :id").param("id", id).query(CONVERSATION)
        .optional();
  }

  boolean rename(String id, String title) {
    return jdbc.sql("UPDATE conversation SET title = :title WHERE id = :id").param("id", id)
        .param("title", title).update() > 0;
  }

  boolean delete(String id) {
    return jdbc.sql("DELETE FROM conversation WHERE id = :id").param("id", id).update() > 0;
  }
}
