package org.readingroom.bibliography;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.bibliography.Description.Field;
import org.readingroom.bibliography.Description.Role;
import org.readingroom.collection.Creator;
import org.readingroom.collection.DocumentDate;

/** Puts a description together from the fields of an entry; empty ones count as missing. */
final class DescriptionBuilder {

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  private final Map<Field, String> texts = new EnumMap<>(Field.class);
  private final Map<Role, List<Creator>> creators = new EnumMap<>(Role.class);
  private @Nullable DocumentDate date;

  /** Takes a text, on one line and in the form of its field; one that is not of that form is left out. */
  void put(Field field, @Nullable String text) {
    String line = text == null ? "" : SPACE.matcher(text).replaceAll(" ").strip();
    if (line.isEmpty()) {
      return;
    }
    String value = switch (field) {
      case DOI -> Doi.in(line);
      case LANGUAGE -> LanguageCode.of(line);
      default -> line;
    };
    if (value != null) {
      texts.put(field, value);
    }
  }

  void put(Role role, List<Creator> people) {
    List<Creator> named = people.stream().filter(person -> !person.family().isBlank()).toList();
    if (!named.isEmpty()) {
      creators.put(role, named);
    }
  }

  void put(@Nullable DocumentDate written) {
    date = written;
  }

  Description build() {
    return new Description(texts, creators, date);
  }
}
