package org.readingroom.reference;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Creator;
import org.readingroom.collection.OneLine;

/**
 * Is the name of a person or a body.
 *
 * @param family the family name, or the whole name where it is not to be turned round
 * @param given what goes before the family name; null where the name is not to be turned round
 */
record Name(String family, @Nullable String given) {

  /**
   * Reads whom a document is from or to. Names are turned round only where the authority file lists a person
   * by the last word alone, because many in this field put the family name first.
   */
  static List<Name> of(@Nullable String correspondents, Authority authority) {
    if (correspondents == null) {
      return List.of();
    }
    String[] parts = correspondents.split(" and ");
    boolean people = Stream.of(parts).allMatch(
        part -> person(part, authority) != null || person(lastWord(part), authority) != null);
    return parts.length > 1 && !people
        ? List.of(new Name(correspondents, null))
        : Stream.of(parts).map(part -> one(part, authority)).toList();
  }

  static Name of(Creator creator) {
    return new Name(creator.family(), creator.given());
  }

  /** Reads the name of someone whose family name comes last. */
  static Name western(String written) {
    String name = OneLine.of(written);
    int space = name.lastIndexOf(' ');
    return space < 0 ? new Name(name, null) : new Name(name.substring(space + 1), name.substring(0, space));
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private static Name one(String name, Authority authority) {
    Authority.Entry person = person(lastWord(name), authority);
    return person != null
        ? western(name)
        : new Name(name, null);
  }

  private static Authority.@Nullable Entry person(String name, Authority authority) {
    return authority.entries().stream()
        .filter(entry -> entry.type() == Authority.Type.PERSON
            && (entry.name().equals(name) || entry.variants().contains(name)))
        .findFirst()
        .orElse(null);
  }

  /** Returns the name with the family name first, and a comma if that turns it round. */
  String inverted() {
    return given == null ? family : family + ", " + given;
  }
}
