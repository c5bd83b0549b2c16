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

/**
 * Holds a collection's descriptor: what it is called, where its text is and how it is parsed.
 *
 * @param description what the collection holds, in one sentence; empty where the file has none
 * @param format the name of the parser
 * @param documents how many documents the text must hold
 * @param lastWords the words the text must end with, so that one cut short is recognised
 */
record Descriptor(String id, String title, String description, String publisher, String citation,
    String format, String file, Charset encoding, int documents, String lastWords,
    List<Naming> correspondents) {

  static final String FILE = "collection.yaml";

  static Descriptor read(Path folder) {
    Path path = folder.resolve(FILE);
    Fields fields = new Fields(path, YamlFile.map(path));
    return new Descriptor(fields.text("id"), fields.text("title"), fields.textOrNone("description"),
        fields.text("publisher"), fields.text("citation"), fields.text("format"), fields.text("file"),
        fields.charset("encoding"), fields.number("documents"), fields.text("last_words"),
        fields.namings("correspondents"));
  }

  /** Reads typed fields out of the parsed YAML, or says which one is wrong. */
  private record Fields(Path path, Map<?, ?> map) {

    String text(String key) {
      if (map.get(key) instanceof String text && !text.isBlank()) {
        return text.strip();
      }
      throw wrong(key, "a text");
    }

    String textOrNone(String key) {
      return map.containsKey(key) ? text(key) : "";
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
}
