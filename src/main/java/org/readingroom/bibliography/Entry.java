package org.readingroom.bibliography;

import java.util.List;

/**
 * An entry of a bibliography.
 *
 * @param key the citation key; empty where it has none
 * @param files the paths of its files as they are written
 */
record Entry(String key, List<String> files, Description description) {

  Entry {
    files = List.copyOf(files);
  }
}
