package org.readingroom.collection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Authority.Entry;
import org.readingroom.collection.Authority.Type;

/** Reads the authority file of a collection. */
final class AuthorityFile {

  static final String FILE = "authority.yaml";

  private static final int MAX_ENTRIES = 20_000;
  private static final int MAX_VARIANTS = 200;
  private static final int MAX_LENGTH = 200;
  private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");
  /** What no name has: control characters, line ends, halves of characters. */
  private static final Pattern ODD = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");

  private final Path path;

  private AuthorityFile(Path path) {
    this.path = path;
  }

  /** Reads the entries in their order; a collection without the file has none. */
  static Authority read(Path folder) {
    Path path = folder.resolve(FILE);
    return Files.exists(path) ? of(path) : new Authority(List.of());
  }

  /** Reads the entries of a file in their order; an empty one has none. */
  static Authority of(Path path) {
    Object read = YamlFile.read(path);
    if (read == null) {
      return new Authority(List.of());
    }
    AuthorityFile file = new AuthorityFile(path);
    if (!(read instanceof List<?> entries)) {
      throw file.wrong("is not a list of entries");
    }
    if (entries.size() > MAX_ENTRIES) {
      throw file.wrong("has more than " + MAX_ENTRIES + " entries");
    }
    List<Entry> authority = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (!(entries.get(i) instanceof Map<?, ?> fields && isName(fields.get("name")))) {
        throw file
            .wrong("has an entry without a name: no. " + (i + 1) + ". A name is a text of up to " + MAX_LENGTH
                + " characters, in quotation marks where YAML would take it for something else");
      }
      String name = String.valueOf(fields.get("name"));
      authority.add(new Entry(file.type(name, fields), name, file.variants(name, fields),
          file.text(name, fields, "role"), file.text(name, fields, "seat")));
    }
    return new Authority(authority);
  }

  /** YAML takes an unquoted No for false, and 1950-06-25 for a day. */
  private static boolean isName(@Nullable Object value) {
    return value instanceof String name && name.length() <= MAX_LENGTH && LETTER.matcher(name).find()
        && !ODD.matcher(name).find();
  }

  private @Nullable String text(String name, Map<?, ?> fields, String key) {
    Object value = fields.get(key);
    if (value == null
        || value instanceof String text && text.length() <= MAX_LENGTH && !ODD.matcher(text).find()) {
      return (String) value;
    }
    throw wrong("gives “" + name + "” no text of up to " + MAX_LENGTH + " characters as " + key);
  }

  private Type type(String name, Map<?, ?> fields) {
    for (Type type : Type.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(fields.get("type"))) {
        return type;
      }
    }
    throw wrong("does not give “" + name + "” the type person, place or body");
  }

  private List<String> variants(String name, Map<?, ?> fields) {
    Object value = fields.get("variants");
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> variants && variants.size() <= MAX_VARIANTS
        && variants.stream().allMatch(AuthorityFile::isName))) {
      throw wrong("gives “" + name + "” variants that are no list of up to " + MAX_VARIANTS
          + " texts, each in quotation marks where YAML would take it for something else");
    }
    return variants.stream().map(String::valueOf).toList();
  }

  private CollectionException wrong(String what) {
    return new CollectionException("The authority file " + path + " " + what + ".");
  }
}
