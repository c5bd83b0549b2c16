package org.readingroom.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.readingroom.collection.DocumentSource;
import org.readingroom.conversation.ConversationRows.ConversationRow;
import org.readingroom.conversation.ConversationRows.TurnRow;

/** Keeps conversations in a database, where other processes see them and they outlive this one. */
final class DatabaseStore implements ConversationStore {

  private final ConversationDatabase database;
  private final TurnRows rows;

  DatabaseStore(ConversationDatabase database, DocumentSource documents) {
    this.database = database;
    this.rows = new TurnRows(documents);
  }

  @Override
  public boolean add(Turn turn, boolean begins) {
    TurnRow row = rows.row(turn);
    return database.with(known -> begins
        ? known.begin(row, Conversation.titleOf(turn.question().text()))
        : known.add(row));
  }

  @Override
  public List<Turn> lastTurns(String conversationId) {
    return database.with(known -> known.lastTurns(conversationId)).reversed().stream().map(rows::turn)
        .toList();
  }

  @Override
  public List<Turn> turns(String conversationId) {
    return database.with(known -> known.turns(conversationId)).stream().map(rows::turn).toList();
  }

  @Override
  public List<Conversation> list() {
    return database.with(ConversationRows::list).stream().map(DatabaseStore::conversation).toList();
  }

  @Override
  public Optional<Conversation> find(String conversationId) {
    return database.with(known -> known.find(conversationId)).map(DatabaseStore::conversation);
  }

  @Override
  public boolean rename(String conversationId, String title) {
    return database.with(known -> known.rename(conversationId, title));
  }

  @Override
  public boolean delete(String conversationId) {
    return database.with(known -> known.delete(conversationId));
  }

  private static Conversation conversation(ConversationRow row) {
    return new Conversation(row.id(), row.title(), Instant.ofEpochMilli(row.created()),
        Instant.ofEpochMilli(row.changed()));
  }
}
