package org.readingroom.web;

import java.util.Map;
import org.readingroom.search.IndexState;

/** Puts the state of the index into the fields that problems and the health reply carry. */
final class IndexProgress {

  private IndexProgress() {}

  /**
   * Returns {@code state} and, while the index is being built, how many {@code passages} there are to index
   * and how many are {@code indexed}.
   */
  static Map<String, Object> of(IndexState state) {
    return switch (state) {
      case IndexState.Closed closed -> Map.of("state", "closed");
      case IndexState.Building building ->
        Map.of("state", "building", "passages", building.total(), "indexed", building.done());
      case IndexState.Ready ready ->
        Map.of("state", "ready", "documents", ready.documents(), "passages", ready.passages());
      case IndexState.Failed failed -> Map.of("state", "failed");
    };
  }
}
