package org.readingroom.room;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.library.Library;

/**
 * Follows a library that other programs change: a collection that has changed is opened anew, so that nobody waits for
 * that with a question, and what is gone is forgotten.
 */
final class Follower {

  /** How long a collection is left alone once it was looked at, unless it changes. */
  private static final long AGAIN_NANOS = Duration.ofMinutes(1).toNanos();

  private final Library library;
  private final Rooms rooms;
  private Map<String, Long> before = Map.of();
  private final Map<String, Tried> tried = new HashMap<>();

  /** The state of a collection that was looked at last, and when. */
  private record Tried(long sequence, long at) {}

  Follower(Library library, Rooms rooms) {
    this.library = library;
    this.rooms = rooms;
  }

  /** Looks once what has changed; a collection that is changing at the moment is left until it rests. */
  synchronized void follow() {
    Map<String, Long> now = library.sequences();
    Map<String, Long> known = new HashMap<>(before);
    known.putAll(rooms.openedStates());
    known.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> {
      rooms.forget(id);
      library.forget(id);
      tried.remove(id);
    });
    now.forEach((id, sequence) -> {
      if (sequence.equals(before.get(id)) && isWorthTrying(id, sequence)) {
        tried.put(id, new Tried(sequence, System.nanoTime()));
        if (isBehind(id, sequence)) {
          rooms.served(id);
        }
      }
    });
    before = now;
  }

  private boolean isWorthTrying(String id, long sequence) {
    @Nullable
    Tried last = tried.get(id);
    return last == null || last.sequence() != sequence || System.nanoTime() - last.at() > AGAIN_NANOS;
  }

  /** Tells whether this program has yet to open a collection in a state. */
  boolean isBehind(String id, long sequence) {
    @Nullable
    Long open = rooms.openedStates().get(id);
    return open == null ? !rooms.hasIndex(id) : open != sequence;
  }
}
