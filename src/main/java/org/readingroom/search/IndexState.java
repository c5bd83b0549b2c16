package org.readingroom.search;

/** Says whether the index can be searched. */
public sealed interface IndexState {

  /** Nothing has been opened or built yet. */
  record Closed() implements IndexState {}

  /**
   * The index is being built.
   *
   * @param done passages embedded so far
   * @param total passages to embed
   */
  record Building(int done, int total) implements IndexState {}

  /** The index can be searched. */
  record Ready(int documents, int passages) implements IndexState {}

  /**
   * The index could not be opened or built.
   *
   * @param reason one plain sentence
   */
  record Failed(String reason) implements IndexState {}
}
