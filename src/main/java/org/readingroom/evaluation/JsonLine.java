package org.readingroom.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Is one object of a JSON-lines file, and knows its line so that a mistake can be named.
 *
 * @param number the number of the line, from 1
 */
record JsonLine(Path file, int number, JsonNode node) {

  /** Reads every line of a file but the empty ones. */
  static <T> List<T> read(Path file, Function<JsonLine, T> form) {
    List<T> read = new ArrayList<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        read.add(form.apply(parse(file, i + 1, lines.get(i))));
      }
    }
    return read;
  }

  static List<String> lines(Path file) {
    try (InputStream in = Files.newInputStream(file);
        BufferedReader text = new BufferedReader(new InputStreamReader(
            file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
            StandardCharsets.UTF_8.newDecoder()))) {
      return text.readAllLines();
    } catch (IOException e) {
      throw new MalformedSetException("The file " + file + " cannot be read.", e);
    }
  }

  private static JsonLine parse(Path file, int number, String line) {
    try {
      JsonNode node = Json.MAPPER.readTree(line);
      if (!node.isObject()) {
        throw new MalformedSetException(file, number, "this is not a JSON object.");
      }
      return new JsonLine(file, number, node);
    } catch (JacksonException e) {
      throw new MalformedSetException(file, number, "this is not JSON.");
    }
  }

  MalformedSetException wrong(String message) {
    return new MalformedSetException(file, number, message);
  }

  String text(String field) {
    JsonNode value = required(field);
    if (!value.isString()) {
      throw wrong("\"" + field + "\" is not a string.");
    }
    return value.stringValue();
  }

  String textOr(String field, String otherwise) {
    JsonNode value = node.get(field);
    return value != null && value.isString() ? value.stringValue() : otherwise;
  }

  boolean flag(String field) {
    JsonNode value = required(field);
    if (!value.isBoolean()) {
      throw wrong("\"" + field + "\" is not true or false.");
    }
    return value.booleanValue();
  }

  int integer(String field) {
    JsonNode value = required(field);
    if (!value.isInt()) {
      throw wrong("\"" + field + "\" is not a whole number.");
    }
    return value.intValue();
  }

  List<String> texts(String field) {
    return each(field, value -> {
      if (!value.isString()) {
        throw wrong("\"" + field + "\" holds something that is not a string.");
      }
      return value.stringValue();
    });
  }

  /** Reads a list of lists of strings. */
  List<List<String>> lists(String field) {
    return each(field, value -> {
      List<String> texts = new ArrayList<>();
      for (JsonNode element : value) {
        if (element.isString()) {
          texts.add(element.stringValue());
        }
      }
      if (texts.isEmpty() || texts.size() != value.size()) {
        throw wrong("\"" + field + "\" is not a list of lists of strings.");
      }
      return texts;
    });
  }

  List<Integer> integers(String field) {
    return each(field, value -> {
      if (!value.isInt()) {
        throw wrong("\"" + field + "\" holds something that is not a whole number.");
      }
      return value.intValue();
    });
  }

  /** Reads a list of objects, each as a line of its own at the same place. */
  <T> List<T> objects(String field, Function<JsonLine, T> form) {
    return each(field, value -> form.apply(new JsonLine(file, number, value)));
  }

  private <T> List<T> each(String field, Function<JsonNode, T> form) {
    JsonNode value = required(field);
    if (!value.isArray()) {
      throw wrong("\"" + field + "\" is not a list.");
    }
    List<T> read = new ArrayList<>();
    for (JsonNode element : value) {
      read.add(form.apply(element));
    }
    return read;
  }

  private JsonNode required(String field) {
    @Nullable
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      throw wrong("\"" + field + "\" is missing.");
    }
    return value;
  }
}
