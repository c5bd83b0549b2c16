package org.readingroom;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Holds replies against the schemas of an OpenAPI document: names, types, enumerations, what is required. */
final class OpenApiContract {

  private final JsonNode document;

  OpenApiContract(JsonNode document) {
    this.document = document;
  }

  /** Returns what in a reply is not as the document describes it, each in one sentence; empty if all is. */
  List<String> violations(String method, String path, int status, JsonNode reply) {
    JsonNode content = document.at("/paths").path(path).path(method).path("responses")
        .path(String.valueOf(status)).path("content");
    List<String> violations = new ArrayList<>();
    if (content.isEmpty()) {
      violations.add("There is no reply " + status + " of " + method + " " + path + ".");
    }
    JsonNode type = content.has("application/json")
        ? content.path("application/json")
        : content.path("application/problem+json");
    check(type.path("schema"), reply, "reply", violations);
    return violations;
  }

  private void check(JsonNode schema, JsonNode value, String where, List<String> violations) {
    if (schema.has("$ref")) {
      check(document.at(schema.path("$ref").stringValue().substring(1)), value, where, violations);
      return;
    }
    if (types(schema).stream().noneMatch(type -> isOf(type, value))) {
      violations.add(where + " is " + value.getNodeType() + ", not of " + types(schema) + ".");
      return;
    }
    if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
      violations.add(where + " is " + value + ", which is none of " + schema.path("enum") + ".");
    }
    schema.path("required").valueStream().map(JsonNode::stringValue).filter(name -> !value.has(name))
        .forEach(name -> violations.add(where + "." + name + " is missing."));
    if (value.isArray()) {
      value.forEach(element -> check(schema.path("items"), element, where + "[]", violations));
    }
    if (value.isObject()) {
      value.propertyStream().forEach(property -> {
        String name = where + "." + property.getKey();
        if (schema.path("properties").has(property.getKey())) {
          check(schema.path("properties").path(property.getKey()), property.getValue(), name, violations);
        } else {
          violations.add(name + " is not described.");
        }
      });
    }
  }

  private static List<String> types(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray()
        ? type.valueStream().map(JsonNode::stringValue).toList()
        : List.of(type.stringValue(""));
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> false;
    };
  }
}
