package org.readingroom.collection;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Correspondents.Naming;

/** Reads typed fields out of the YAML of a descriptor, or says which one is wrong. */
record DescriptorFields(Path path, Map<?, ?> map) {

  private static final int MAX_LENGTH = 1_000;
  private static final String TEXT = "a text of up to " + MAX_LENGTH + " characters";
  private static final int MOST = 10;
  private static final String TEXTS = "a list of up to " + MOST + " texts of up to " + MAX_LENGTH
      + " characters";

  static DescriptorFields of(Path path) {
    return new DescriptorFields(path, YamlFile.map(path));
  }

  String text(String key) {
    String text = textOrNone(key);
    if (text.isEmpty()) {
      throw wrong(key, TEXT);
    }
    return text;
  }

  /** Returns a text or a number on one line; an empty text where nothing is said. */
  String textOrNone(String key) {
    return line(key, map.get(key), TEXT);
  }

  /** Returns a list of texts, each on one line; an empty one where nothing is said. */
  List<String> textsOrNone(String key) {
    Object value = map.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list) || list.size() > MOST) {
      throw wrong(key, TEXTS);
    }
    return list.stream().map(item -> line(key, item, TEXTS)).filter(line -> !line.isEmpty()).toList();
  }

  private String line(String key, @Nullable Object value, String what) {
    String text = value instanceof Number ? value.toString() : value instanceof String said ? said : "";
    String line = OneLine.of(text);
    if (value != null && !(value instanceof Number || value instanceof String) || line.length() > MAX_LENGTH
        || line.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
      throw wrong(key, what);
    }
    return line;
  }

  int number(String key) {
    if (map.get(key) instanceof Integer number && number > 0) {
      return number;
    }
    throw wrong(key, "a number above 0");
  }

  Charset charset(String key) {
    try {
      return Charset.forName(text(key));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw wrong(key, "the name of an encoding");
    }
  }

  List<Naming> namings(String key) {
    List<Naming> namings = new ArrayList<>();
    if (!map.containsKey(key)) {
      return namings;
    }
    if (!(map.get(key) instanceof List<?> entries)) {
      throw wrong(key, "a list");
    }
    for (Object entry : entries) {
      if (!(entry instanceof Map<?, ?> correspondent && correspondent.get("name") instanceof String name
          && correspondent.get("written") instanceof List<?> forms)) {
        throw wrong(key, "a list of entries with name and written");
      }
      for (Object form : forms) {
        if (form instanceof Map<?, ?> office && office.get("office") instanceof String written) {
          namings
              .add(new Naming(name, written, day(key, office.get("since")), day(key, office.get("until"))));
        } else {
          namings.add(new Naming(name, String.valueOf(form), null, null));
        }
      }
    }
    return namings;
  }

  private @Nullable LocalDate day(String key, @Nullable Object value) {
    try {
      return value == null ? null : LocalDate.parse(value.toString());
    } catch (DateTimeParseException e) {
      throw wrong(key, "days written \"1950-01-30\"");
    }
  }

  private CollectionException wrong(String key, String what) {
    return new CollectionException("The descriptor " + path + " needs " + what + " as \"" + key + "\".");
  }
}
