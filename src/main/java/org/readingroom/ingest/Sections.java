package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.List;

/** The headings that the text at hand stands under. */
final class Sections {

  private final List<String> titles = new ArrayList<>();
  private final List<Integer> levels = new ArrayList<>();
  private List<String> path = List.of();

  /** Opens a section, which ends those of its level and below. */
  void open(int level, String title) {
    while (!levels.isEmpty() && levels.getLast() >= level) {
      levels.removeLast();
      titles.removeLast();
    }
    levels.add(level);
    titles.add(title.replace('\n', ' '));
    path = List.copyOf(titles);
  }

  /** Closes all sections. */
  void close() {
    levels.clear();
    titles.clear();
    path = List.of();
  }

  List<String> path() {
    return path;
  }
}
