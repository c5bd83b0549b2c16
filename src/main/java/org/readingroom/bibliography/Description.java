package org.readingroom.bibliography;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Creator;
import org.readingroom.collection.DocumentDate;

/**
 * What a bibliography says of a document; what it does not say is missing.
 *
 * @param texts what it says in words
 * @param creators who made it, by what they did; nobody's list is empty
 * @param date when it was written or published
 */
public record Description(Map<Field, String> texts, Map<Role, List<Creator>> creators,
    @Nullable DocumentDate date) {

  /** Names what is said in words. */
  public enum Field {
    TITLE, PUBLISHER, DOI, LANGUAGE, TYPE, CONTAINER, VOLUME, ISSUE, FROM, TO
  }

  /** Names what people did for a work. */
  public enum Role {
    AUTHOR, EDITOR, TRANSLATOR
  }

  public Description {
    texts = Map.copyOf(texts);
    creators = Map.copyOf(creators);
  }

  /** Returns what is said in a field, or null. */
  public @Nullable String text(Field field) {
    return texts.get(field);
  }

  /** Returns who did something for the work, in order. */
  public List<Creator> creators(Role role) {
    return creators.getOrDefault(role, List.of());
  }

  /** Returns what this says, and what another says where this says nothing. */
  public Description or(Description other) {
    Map<Field, String> allTexts = new EnumMap<>(Field.class);
    allTexts.putAll(other.texts);
    allTexts.putAll(texts);
    Map<Role, List<Creator>> allCreators = new EnumMap<>(Role.class);
    allCreators.putAll(other.creators);
    allCreators.putAll(creators);
    return new Description(allTexts, allCreators, date == null ? other.date : date);
  }
}
