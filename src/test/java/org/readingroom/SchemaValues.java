package org.readingroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes values of the schemas of an OpenAPI document, and values that they forbid. */
final class SchemaValues {

  /** Texts that programs stumble over. */
  static final List<String> ODD_TEXTS = List.of("", " ", "\u0000", "\r\n\t", "\ud800", "\udc00x",
      "\ud83d\ude00", "e\u0301\u0327", "\u202eright to left", "\ufeff", "\uffff", "\u2028", "ſtalin ﬁrſt",
      "Сталин", "毛澤東", "'; DROP TABLE turn; --", "<script>alert(1)</script>", "${jndi:ldap://x/y}",
      "#{T(java.lang.Runtime)}", "{{question}}", "../../../etc/passwd", "%00%n%s%x", "*:* AND (", "[1] “”",
      "NaN", "-0", "a".repeat(300), "((((((((((", "\\", "\"", "null", "1950-02-30", "0x10", "1e5", "٣");

  private static final List<String> TYPES = List.of("\"a text\"", "7", "1.5", "true", "[]", "[[]]", "{}",
      "null", "-" + "9".repeat(400));

  private final JsonNode document;
  private final Random random;

  /** Makes the same values for the same seed. */
  SchemaValues(JsonNode document, long seed) {
    this.document = document;
    this.random = new Random(seed);
  }

  /** Returns a schema, or the one that it refers to. */
  JsonNode resolved(JsonNode schema) {
    return schema.has("$ref")
        ? document.at(schema.path("$ref").stringValue().substring(1))
        : schema;
  }

  /** Returns a value that nobody would wonder at: the example where there is one. */
  JsonNode plain(JsonNode reference) {
    JsonNode schema = resolved(reference);
    for (String given : List.of("example", "default")) {
      if (schema.has(given)) {
        return schema.path(given);
      }
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(0);
    }
    Set<String> types = types(schema);
    if (types.contains("null")) {
      return JsonNodeFactory.instance.nullNode();
    }
    if (types.contains("object")) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      schema.path("properties").propertyStream()
          .forEach(property -> object.set(property.getKey(), plain(property.getValue())));
      return object;
    }
    if (types.contains("array")) {
      return JsonNodeFactory.instance.arrayNode().add(plain(schema.path("items")));
    }
    return types.contains("integer")
        ? JsonNodeFactory.instance.numberNode(schema.path("minimum").asInt(1))
        : types.contains("boolean")
            ? JsonNodeFactory.instance.booleanNode(false)
            : JsonNodeFactory.instance.stringNode("lead");
  }

  /** Returns a value that the schema allows, as odd as it can be. */
  JsonNode odd(JsonNode reference) {
    JsonNode schema = resolved(reference);
    if (schema.has("enum")) {
      return oneOf(schema.path("enum").valueStream().toList());
    }
    return switch (oneOf(List.copyOf(types(schema)))) {
      case "null" -> JsonNodeFactory.instance.nullNode();
      case "object" -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        schema.path("properties").propertyStream().forEach(property -> {
          if (isRequired(schema, property.getKey()) || random.nextInt(3) == 0) {
            object.set(property.getKey(), odd(property.getValue()));
          }
        });
        yield object;
      }
      case "array" -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int left = random.nextInt(4); left > 0; left--) {
          array.add(odd(schema.path("items")));
        }
        yield array;
      }
      case "integer" -> JsonNodeFactory.instance.numberNode(oneOf(List.of(
          schema.path("minimum").asInt(Integer.MIN_VALUE), schema.path("maximum").asInt(Integer.MAX_VALUE))));
      case "boolean" -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
      default -> JsonNodeFactory.instance.stringNode(text(schema));
    };
  }

  private String text(JsonNode schema) {
    if (schema.path("format").asString("").equals("date")) {
      return oneOf(List.of("0001-01-01", "1950-02-28", "9999-12-31"));
    }
    int most = schema.path("maxLength").asInt(400);
    String text = random.nextInt(4) == 0 ? "Stalin? ".repeat(most).substring(0, most) : oneOf(ODD_TEXTS);
    return text.length() < schema.path("minLength").asInt(0) ? "x" : text;
  }

  /** Returns plain values in which one text is an odd one, each of the odd ones in each place. */
  List<JsonNode> oddTexts(JsonNode reference) {
    JsonNode schema = resolved(reference);
    List<JsonNode> odd = new ArrayList<>();
    if (types(schema).contains("string")) {
      ODD_TEXTS.forEach(text -> odd.add(JsonNodeFactory.instance.stringNode(text)));
    }
    if (types(schema).contains("array")) {
      oddTexts(schema.path("items")).forEach(item -> odd.add(JsonNodeFactory.instance.arrayNode().add(item)));
    }
    schema.path("properties").propertyStream().forEach(property -> oddTexts(property.getValue())
        .forEach(value -> odd.add(((ObjectNode) plain(schema).deepCopy()).set(property.getKey(), value))));
    return odd;
  }

  /** Returns values that the schema forbids, each for another reason. */
  List<JsonNode> forbidden(JsonNode reference) {
    JsonNode schema = resolved(reference);
    Set<String> types = types(schema);
    List<JsonNode> forbidden = new ArrayList<>();
    TYPES.stream().map(JsonMapper.shared()::readTree)
        .filter(value -> types.stream().noneMatch(type -> OpenApiContract.isOf(type, value)))
        .forEach(forbidden::add);
    for (String text : forbiddenTexts(schema)) {
      forbidden.add(types.contains("string")
          ? JsonNodeFactory.instance.stringNode(text)
          : JsonMapper.shared().readTree(text));
    }
    if (types.contains("array")) {
      forbidden(schema.path("items"))
          .forEach(item -> forbidden.add(JsonNodeFactory.instance.arrayNode().add(item)));
    }
    schema.path("properties").propertyStream().forEach(property -> {
      String name = property.getKey();
      boolean required = isRequired(schema, name);
      if (required) {
        forbidden.add(((ObjectNode) plain(schema).deepCopy()).without(name));
      }
      // A null counts as left out.
      forbidden(property.getValue()).stream().filter(value -> required || !value.isNull())
          .forEach(value -> forbidden.add(((ObjectNode) plain(schema).deepCopy()).set(name, value)));
    });
    return forbidden;
  }

  /** Returns what a schema of one value forbids although it is of the right kind, as it would be written. */
  List<String> forbiddenTexts(JsonNode reference) {
    JsonNode schema = resolved(reference);
    List<String> forbidden = new ArrayList<>();
    if (schema.path("minLength").asInt(0) > 0) {
      forbidden.add("x".repeat(schema.path("minLength").intValue() - 1));
    }
    if (schema.has("maxLength")) {
      forbidden.add("x".repeat(schema.path("maxLength").intValue() + 1));
    }
    if (schema.has("minimum")) {
      forbidden.add(String.valueOf(schema.path("minimum").intValue() - 1));
    }
    if (schema.has("maximum")) {
      forbidden.add(String.valueOf(schema.path("maximum").intValue() + 1));
    }
    if (types(schema).contains("integer")) {
      forbidden.add(String.valueOf(1L << 40));
    }
    if (schema.path("format").asString("").equals("date")) {
      forbidden.addAll(List.of("", " ", "1950-02-30", "yesterday", "1950", "30.1.1950"));
    }
    if (schema.has("enum")) {
      forbidden.addAll(List.of("", "none of them"));
    }
    if (schema.has("pattern")) {
      forbidden.addAll(List.of(" ", "\u00a0\u2003", "\u200b\u0007"));
    }
    return forbidden;
  }

  private static boolean isRequired(JsonNode schema, String property) {
    return schema.path("required").valueStream().anyMatch(name -> name.stringValue().equals(property));
  }

  static Set<String> types(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray()
        ? type.valueStream().map(JsonNode::stringValue)
            .collect(Collectors.toCollection(java.util.TreeSet::new))
        : Set.of(type.stringValue(""));
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
