package org.readingroom.collection;

import org.jspecify.annotations.Nullable;

/**
 * The name of someone who made a work, in parts.
 *
 * @param family the family name, or the whole name of a body or of whoever's name is not to be turned round
 * @param given what goes before the family name; null where the name is not to be turned round
 */
public record Creator(String family, @Nullable String given) {

  /** Returns the name as it is written in a line of text. */
  public String inOrder() {
    return given == null ? family : given + " " + family;
  }
}
