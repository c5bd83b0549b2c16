package org.readingroom.library;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.readingroom.collection.Profile;

/** Remembers what collections say of themselves, for each citation asks. */
final class Profiles {

  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /** What a collection says in a state. */
  private record Known(long sequence, Profile profile) {}

  /** Forgets a collection that was removed. */
  void forget(String id) {
    known.remove(id);
  }

  /** Returns what a collection says now; nothing where there is none. */
  Profile of(String id, LibraryRows rows) {
    long sequence = rows.sequence(id).orElse(-1L);
    if (sequence < 0) {
      forget(id);
      return Profile.NONE;
    }
    Known last = known.get(id);
    if (last == null || last.sequence() != sequence) {
      last = new Known(sequence, rows.profile(id));
      known.put(id, last);
    }
    return last.profile();
  }
}
