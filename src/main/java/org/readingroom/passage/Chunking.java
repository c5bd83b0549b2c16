package org.readingroom.passage;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says how documents are cut into passages.
 *
 * @param words how many words a passage aims at
 * @param overlap how many sentences two neighbouring passages share
 */
@ConfigurationProperties("reading-room.chunking")
public record Chunking(int words, int overlap) {

  public Chunking {
    if (words < 20 || words > 400 || overlap < 0 || overlap > 3) {
      throw new IllegalArgumentException("reading-room.chunking: words is 20 to 400 and overlap 0 to 3");
    }
  }
}
