package org.readingroom.conversation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
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
  }

  interface TurnRepository extends ListCrudRepository<TurnRow, Long> {

    List<TurnRow> findByConversationIdOrderByPosition(String conversationId);
  }

  /** Adds a turn, and the conversation that it starts. */
  void add(TurnRow turn, String title) {
    transaction.executeWithoutResult(status -> {
      Optional<ConversationRow> before = conversations.findById(turn.conversationId());
      if (before.isPresent()) {
        ConversationRow row = before.get();
        template.update(new ConversationRow(row.id(), row.title(), row.created(), turn.asked()));
      } else {
        template.insert(new ConversationRow(turn.conversationId(), title, turn.asked(), turn.asked()));
      }
      template.insert(turn);
    });
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
    return Boolean.TRUE.equals(transaction.execute(status -> {
      Optional<ConversationRow> row = conversations.findById(id);
      row.ifPresent(
          old -> template.update(new ConversationRow(id, title, old.created(), old.changed())));
      return row.isPresent();
    }));
  }

  boolean delete(String id) {
    return Boolean.TRUE.equals(transaction.execute(status -> {
      boolean known = conversations.existsById(id);
      conversations.deleteById(id);
      return known;
    }));
  }
}
