package org.readingroom.mcp;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.readingroom.reply.Visible;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that a tool can be told: its name, the schema by which a client knows what it takes, and how a value of it
 * is read. Only values of that schema are.
 *
 * @param required whether the tool does nothing without it
 */
record Parameter<T>(String name, boolean required, Map<String, Object> schema, Reader<T> reader) {

  /** Reads a value, or refuses it with a sentence about what stands at its place in the arguments. */
  interface Reader<T> {
    T read(JsonNode value, String place);
  }

  /** Returns the same parameter as one that the tool does nothing without. */
  Parameter<T> needed() {
    return new Parameter<>(name, true, schema, reader);
  }

  /** Makes a parameter that takes a text with something visible in it. */
  static Parameter<String> text(String name, String description, int most) {
    return new Parameter<>(name, false,
        schema("string", description, Map.of("minLength", 1, "maxLength", most)),
        (value, place) -> readText(value, place, most));
  }

  /** Makes a parameter that takes a whole number. */
  static Parameter<Integer> number(String name, String description, int least, int most) {
    return new Parameter<>(name, false,
        schema("integer", description, Map.of("minimum", least, "maximum", most)),
        (value, place) -> readNumber(value, place, least, most));
  }

  /** Makes a parameter that takes one of several words. */
  static Parameter<String> word(String name, String description, List<String> words) {
    return new Parameter<>(name, false, schema("string", description, Map.of("enum", words)),
        (value, place) -> {
          if (!value.isString() || !words.contains(value.stringValue())) {
            throw new RefusedException(place + " is one of " + String.join(", ", words) + ".");
          }
          return value.stringValue();
        });
  }

  /** Makes a parameter that takes a day in ISO 8601. */
  static Parameter<LocalDate> day(String name, String description) {
    return new Parameter<>(name, false, schema("string", description, Map.of("format", "date")),
        (value, place) -> {
          try {
            return LocalDate.parse(value.isString() ? value.stringValue() : "");
          } catch (DateTimeParseException e) {
            throw new RefusedException(place + " is a date such as 1950-01-30.");
          }
        });
  }

  /** Makes a parameter that takes a list of what another takes. */
  static <T> Parameter<List<T>> list(Parameter<T> each, String description, int most) {
    return new Parameter<>(each.name(), false,
        schema("array", description, Map.of("items", each.schema(), "maxItems", most)),
        (value, place) -> {
          if (!value.isArray() || value.size() > most) {
            throw new RefusedException(place + " is a list of at most " + most + ".");
          }
          return IntStream.range(0, value.size())
              .mapToObj(i -> each.reader().read(value.get(i), place + "[" + i + "]")).toList();
        });
  }

  /** Makes a parameter that takes an object of others. */
  static <T> Parameter<T> object(String name, String description, List<Parameter<?>> parts,
      Function<Arguments, T> made) {
    Map<String, Object> schema = new LinkedHashMap<>(schema(parts));
    schema.put("description", description);
    return new Parameter<>(name, false, schema, (value, place) -> {
      if (!(value instanceof ObjectNode object)) {
        throw new RefusedException(place + " is an object.");
      }
      return made.apply(Arguments.read(parts, object, place + "."));
    });
  }

  /** Returns the schema of an object of some parameters. */
  static Map<String, Object> schema(List<Parameter<?>> parts) {
    Map<String, Object> properties = new LinkedHashMap<>();
    parts.forEach(part -> properties.put(part.name(), part.schema()));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    List<String> required = parts.stream().filter(Parameter::required).map(Parameter::name).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> schema(String type, String description, Map<String, Object> bounds) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    schema.put("description", description);
    schema.putAll(bounds);
    return schema;
  }

  private static String readText(JsonNode value, String place, int most) {
    if (!value.isString()) {
      throw new RefusedException(place + " is a text.");
    }
    String text = value.stringValue();
    if (!Visible.isIn(text)) {
      throw new RefusedException(place + " is empty.");
    }
    if (text.length() > most) {
      throw new RefusedException(
          place + " has " + text.length() + " characters; at most " + most + " are read.");
    }
    if (!Visible.isWhole(text)) {
      throw new RefusedException(place + " holds half a character.");
    }
    return text;
  }

  private static int readNumber(JsonNode value, String place, int least, int most) {
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least
        || value.intValue() > most) {
      throw new RefusedException(place + " is a whole number from " + least + " to " + most + ".");
    }
    return value.intValue();
  }
}
