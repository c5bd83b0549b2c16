package org.readingroom.mcp;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The requests that are worked on, to be cancelled by their ids. */
final class Running {

  private record Key(String session, JsonNode id) {}

  private final ConcurrentMap<Key, Call> calls = new ConcurrentHashMap<>();

  /** Adds a request; returns false where one of that id runs in the session. */
  boolean add(String session, JsonNode id, Call call) {
    return calls.putIfAbsent(new Key(session, id), call) == null;
  }

  void remove(String session, JsonNode id) {
    calls.remove(new Key(session, id));
  }

  /** Cancels a request; one that does not run, or is over by now, is nothing to speak of. */
  void cancel(String session, @Nullable JsonNode id) {
    Call call = id == null ? null : calls.get(new Key(session, id));
    if (call != null) {
      call.cancel();
    }
  }
}
