package org.readingroom.collection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Authority.Entry;
import org.readingroom.collection.Authority.Type;

/** Reads the authority file of a collection. */
final class AuthorityFile {

  private static final String FILE = "authority.yaml";

  private AuthorityFile() {}

  /** Reads the entries in their order; a collection without the file has none. */
  static Authority read(Path folder) {
    Path path = folder.resolve(FILE);
    if (!Files.exists(path)) {
      return new Authority(List.of());
    }
    if (!(YamlFile.read(path) instanceof List<?> entries)) {
      throw new CollectionException("The authority file " + path + " is not a list of entries.");
    }
    List<Entry> read = new ArrayList<>();
    for (Object entry : entries) {
      if (!(entry instanceof Map<?, ?> fields && fields.get("name") instanceof String name)) {
        throw new CollectionException(
            "The authority file " + path + " has an entry without a name: " + entry + ".");
      }
      read.add(new Entry(type(path, name, fields), name, variants(path, name, fields),
          text(fields, "role"), text(fields, "seat")));
    }
    return new Authority(read);
  }

  private static @Nullable String text(Map<?, ?> fields, String key) {
    Object value = fields.get(key);
    return value == null ? null : value.toString();
  }

  private static Type type(Path path, String name, Map<?, ?> fields) {
    String word = String.valueOf(fields.get("type"));
    for (Type type : Type.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
        return type;
      }
    }
    throw new CollectionException("The authority file " + path + " gives \"" + name + "\" the type \"" + word
        + "\" instead of person, place or body.");
  }

  private static List<String> variants(Path path, String name, Map<?, ?> fields) {
    if (!fields.containsKey("variants") || fields.get("variants") == null) {
      return List.of();
    }
    if (!(fields.get("variants") instanceof List<?> variants)) {
      throw new CollectionException(
          "The authority file " + path + " gives \"" + name + "\" variants that are no list.");
    }
    return variants.stream().map(String::valueOf).toList();
  }
}
