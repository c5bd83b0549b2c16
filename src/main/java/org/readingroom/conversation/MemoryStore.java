package org.readingroom.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps conversations as long as the program runs, and of many only the last. */
final class MemoryStore implements ConversationStore {

  private static final int MOST = 1_000;

  private final Map<String, Kept> conversations = new LinkedHashMap<>() {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
      return size() > MOST;
    }
  };

  private record Kept(Conversation conversation, List<Turn> turns) {}

  @Override
  public synchronized boolean add(Turn turn, boolean begins) {
    String id = turn.conversationId();
    if (!begins && !conversations.containsKey(id)) {
      return false;
    }
    Kept before = conversations.remove(id);
    List<Turn> turns = before == null ? new ArrayList<>() : before.turns();
    turns.add(turn);
    conversations.put(id,
        new Kept(before == null
            ? new Conversation(id, Conversation.titleOf(turn.question().text()), turn.asked(), turn.asked())
            : new Conversation(id, before.conversation().title(), before.conversation().created(),
                turn.asked()),
            turns));
    return true;
  }

  @Override
  public synchronized List<Turn> lastTurns(String conversationId) {
    List<Turn> all = turns(conversationId);
    return all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
  }

  @Override
  public synchronized List<Turn> turns(String conversationId) {
    Kept kept = conversations.get(conversationId);
    return kept == null ? List.of() : List.copyOf(kept.turns());
  }

  @Override
  public synchronized List<Conversation> list() {
    return conversations.values().stream().map(Kept::conversation)
        .sorted(Comparator.comparing(Conversation::changed).reversed()).toList();
  }

  @Override
  public synchronized Optional<Conversation> find(String conversationId) {
    return Optional.ofNullable(conversations.get(conversationId)).map(Kept::conversation);
  }

  @Override
  public synchronized boolean rename(String conversationId, String title) {
    Kept kept = conversations.get(conversationId);
    if (kept == null) {
      return false;
    }
    Conversation old = kept.conversation();
    conversations.put(conversationId,
        new Kept(new Conversation(old.id(), title, old.created(), old.changed()), kept.turns()));
    return true;
  }

  @Override
  public synchronized boolean delete(String conversationId) {
    return conversations.remove(conversationId) != null;
  }
}
