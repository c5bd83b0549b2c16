package org.readingroom.conversation;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves turns. Those that cannot be saved are remembered, with what their conversations lean on, and saved as soon as
 * that is possible: with the next turn of their conversation, after a while, or at the end of the program.
 */
final class TurnKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TurnKeeper.class);
  /** How many deleted conversations are known by their ids: more than there can be answers under way. */
  private static final int DELETED = 10_000;

  private final ConversationStore store;
  private final Duration again;
  private final MemoryStore memory = new MemoryStore();
  /** The ids of the turns in memory that the store has not. */
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final ReentrantLock saving = new ReentrantLock();
  private final AtomicBoolean retrying = new AtomicBoolean();
  /** The ids of conversations that were deleted lately, so that a turn that was under way brings none back. */
  private final Set<String> deleted = Collections.newSetFromMap(new LinkedHashMap<>() {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > DELETED;
    }
  });

  /**
   * Keeps turns in a store.
   *
   * @param again how long after a failed save it is tried again
   */
  TurnKeeper(ConversationStore store, Duration again) {
    this.store = store;
    this.again = again;
  }

  /**
   * Saves a turn, after those of its conversation that wait to be. It is on disk when this returns.
   *
   * @param earlier the turns that the answer leaned on
   * @param first whether the turn begins its conversation
   * @return the turn, which says so if it could not be saved
   */
  Turn keep(List<Turn> earlier, Turn turn, boolean first) {
    try {
      saveWaiting(turn.conversationId());
      add(turn, first);
      return turn;
    } catch (ConversationsUnavailableException e) {
      LOG.warn("{} The answer is given all the same.", e.getMessage());
      Turn unsaved = turn.notSaved("This answer could not be saved: " + e.reason()
          + ". That is tried again while the program runs.");
      remember(earlier, unsaved);
      saveLater();
      return unsaved;
    }
  }

  private void add(Turn turn, boolean begins) {
    store.add(turn, begins);
    if (isDeleted(turn.conversationId())) {
      store.delete(turn.conversationId());
    }
  }

  private boolean isDeleted(String id) {
    synchronized (deleted) {
      return deleted.contains(id);
    }
  }

  private void remember(List<Turn> earlier, Turn turn) {
    synchronized (deleted) {
      String id = turn.conversationId();
      if (deleted.contains(id)) {
        return;
      }
      if (memory.find(id).isEmpty()) {
        earlier.forEach(before -> memory.add(before, true));
      }
      memory.add(turn, true);
      waiting.add(turn.id());
    }
  }

  /** Saves the turns of a conversation that wait, in order, and what it was called meanwhile. */
  private void saveWaiting(String id) {
    if (memory.find(id).isEmpty()) {
      return;
    }
    saving.lock();
    try {
      boolean begins = isOnlyHere(id);
      for (Turn turn : memory.turns(id)) {
        if (waiting.contains(turn.id())) {
          add(turn, begins);
          begins = false;
          waiting.remove(turn.id());
        }
      }
      Optional<Conversation> remembered = memory.find(id);
      if (remembered.isPresent()) {
        store.rename(id, remembered.get().title());
      }
      synchronized (deleted) {
        if (!waits(id)) {
          memory.delete(id);
        }
      }
    } finally {
      saving.unlock();
    }
  }

  /** Saves all turns that wait and forgets those that memory had no room for. */
  private void saveAll() {
    List<String> conversations = memory.list().stream().map(Conversation::id).toList();
    conversations.forEach(this::saveWaiting);
    synchronized (deleted) {
      waiting.retainAll(memory.list().stream().flatMap(each -> memory.turns(each.id()).stream())
          .map(Turn::id).collect(Collectors.toSet()));
    }
  }

  private void saveLater() {
    if (retrying.compareAndSet(false, true)) {
      CompletableFuture.delayedExecutor(again.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
          .execute(() -> {
            retrying.set(false);
            try {
              saveAll();
            } catch (ConversationsUnavailableException e) {
              saveLater();
            }
          });
    }
  }

  /** Tells whether a conversation is in memory and nothing of it in the store. */
  private boolean isOnlyHere(String id) {
    List<Turn> turns = memory.turns(id);
    return !turns.isEmpty() && turns.stream().allMatch(turn -> waiting.contains(turn.id()));
  }

  private boolean waits(String id) {
    return memory.turns(id).stream().anyMatch(turn -> waiting.contains(turn.id()));
  }

  /** Reads turns where there are more of them: in memory, if some wait to be saved. */
  List<Turn> turns(String id, BiFunction<ConversationStore, String, List<Turn>> read) {
    List<Turn> known = read.apply(memory, id);
    return known.isEmpty() ? read.apply(store, id) : known;
  }

  List<Conversation> list() {
    return store.list();
  }

  Optional<Conversation> find(String id) {
    return memory.find(id).or(() -> store.find(id));
  }

  /** Renames a conversation and tells whether there was one of that id. */
  boolean rename(String id, String title) {
    saving.lock();
    try {
      boolean there = !isOnlyHere(id) && store.rename(id, title);
      return memory.rename(id, title) || there;
    } finally {
      saving.unlock();
    }
  }

  /** Deletes a conversation and tells whether there was one of that id. */
  boolean delete(String id) {
    saving.lock();
    try {
      boolean there = !isOnlyHere(id) && store.delete(id);
      synchronized (deleted) {
        memory.turns(id).forEach(turn -> waiting.remove(turn.id()));
        there |= memory.delete(id);
        if (there) {
          deleted.add(id);
        }
      }
      return there;
    } finally {
      saving.unlock();
    }
  }

  @Override
  public void close() {
    try {
      saveAll();
    } catch (ConversationsUnavailableException e) {
      LOG.warn("{} {} answers are lost.", e.getMessage(), waiting.size());
    }
  }
}
