package org.readingroom.reading;

import java.util.List;

/**
 * A passage as a reader sees it.
 *
 * @param header what a reader of the passage alone must be told, such as its title, date and sender; may be empty
 * @param sentences its sentences in order
 */
public record ReadablePassage(String header, List<String> sentences) {

  public ReadablePassage {
    sentences = List.copyOf(sentences);
  }
}
