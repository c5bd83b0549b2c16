package org.readingroom.collection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the authority file: the people, places and bodies that a collection names, each with its variants.
 */
public record Authority(List<Entry> entries) {

  public Authority {
    entries = List.copyOf(entries);
  }

  /** Says what an authority entry names. */
  public enum Type {
    PERSON, PLACE, BODY
  }

  /**
   * Names one person, place or body in every way the texts and their readers write it.
   *
   * @param name the preferred form
   * @param variants other spellings, romanisations, aliases and cover names, as written
   * @param role who or what it is, in a few words; null where the file does not say
   * @param seat the city a person wrote from, where the collection's letters tell; null otherwise
   */
  public record Entry(Type type, String name, List<String> variants, @Nullable String role,
      @Nullable String seat) {

    public Entry {
      variants = List.copyOf(variants);
    }

    /** Names something of which no role is known. */
    public Entry(Type type, String name, List<String> variants, @Nullable String seat) {
      this(type, name, variants, null, seat);
    }

    /** Names something without a seat. */
    public Entry(Type type, String name, List<String> variants) {
      this(type, name, variants, null, null);
    }
  }
}
