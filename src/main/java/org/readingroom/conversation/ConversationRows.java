package org.readingroom.conversation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads and writes the rows of conversations and turns. */
class ConversationRows {

  private final ConversationRepository conversations;
  private final TurnRepository turns;
  private final JdbcAggregateTemplate template;
  private final TransactionTemplate transaction;

  ConversationRows(ConversationRepository conversations, TurnRepository turns, JdbcAggregateTemplate template,
      TransactionTemplate transaction) {
    this.conversations = conversations;
    this.turns = turns;
    this.template = template;
    this.transaction = transaction;
  }

  /**
   * Is a row of a conversation.
   *
   * @param created milliseconds since 1970, like all times here
   */
  record ConversationRow(@Id String id, String title, long created, long changed) {}

  /**
   * Is a row of a turn.
   *
   * @param position the order of turns, given by the database; null before it is
   * @param filters what the question was restricted to, as JSON, like citations and related documents
   */
  record TurnRow(@Id @Nullable Long position, String id, String conversationId, String question,
      String filters, int maxCitations, String query, String status, String answer, String citations,
      String related, String model, @Nullable String degraded, long asked, long elapsedMs) {}

  interface ConversationRepository extends ListCrudRepository<ConversationRow, String> {

    List<ConversationRow> findTop1000ByOrderByChangedDescIdAsc();

    @Modifying
    @Query("UPDATE conversation SET changed = :changed WHERE id = :id")
    boolean change(String id, long changed);

    @Modifying
    @Query("UPDATE conversation SET title = :title WHERE id = :id")
    boolean rename(String id, String title);

    @Modifying
    @Query("DELETE FROM conversation WHERE id = :id")
    boolean delete(String id);
  }

  interface TurnRepository extends ListCrudRepository<TurnRow, Long> {

    List<TurnRow> findByConversationIdOrderByPosition(String conversationId);

    List<TurnRow> findTop20ByConversationIdOrderByPositionDesc(String conversationId);
  }

  /** Adds a turn and the conversation that it begins. */
  boolean begin(TurnRow turn, String title) {
    transaction.executeWithoutResult(status -> {
      template.insert(new ConversationRow(turn.conversationId(), title, turn.asked(), turn.asked()));
      template.insert(turn);
    });
    return true;
  }

  /** Adds a turn to its conversation, which nobody can delete meanwhile, and tells whether that is there. */
  boolean add(TurnRow turn) {
    return Boolean.TRUE.equals(transaction.execute(status -> {
      boolean there = conversations.change(turn.conversationId(), turn.asked());
      if (there) {
        template.insert(turn);
      }
      return there;
    }));
  }

  /** Returns the last turns, the last one first. */
  List<TurnRow> lastTurns(String conversationId) {
    return turns.findTop20ByConversationIdOrderByPositionDesc(conversationId);
  }

  List<TurnRow> turns(String conversationId) {
    return turns.findByConversationIdOrderByPosition(conversationId);
  }

  List<ConversationRow> list() {
    return conversations.findTop1000ByOrderByChangedDescIdAsc();
  }

  Optional<ConversationRow> find(String id) {
    return conversations.findById(id);
  }

  boolean rename(String id, String title) {
    return conversations.rename(id, title);
  }

  boolean delete(String id) {
    return conversations.delete(id);
  }
}
