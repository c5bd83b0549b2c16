package org.readingroom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

  /** Does the same for a reply as it came, whose form must be one that is described. */
  List<String> violations(String method, String path, int status, String mediaType, String body) {
    JsonNode response = document.at("/paths").path(path).path(method).path("responses")
        .path(String.valueOf(status));
    if (response.isMissingNode()) {
      return List.of("There is no reply " + status + " of " + method + " " + path + ".");
    }
    JsonNode content = response.path("content");
    if (content.isMissingNode()) {
      return body.isEmpty() ? List.of() : List.of("A body is not described.");
    }
    if (!content.has(mediaType)) {
      return List.of(mediaType + " is not described.");
    }
    List<String> violations = new ArrayList<>();
    if (mediaType.equals("text/event-stream")) {
      checkEvents(content.path("application/json").path("schema"), body, violations);
      return violations;
    }
    if (!mediaType.endsWith("json")) {
      return body.isBlank() ? List.of("The body is empty.") : List.of();
    }
    check(content.path(mediaType).path("schema"), JsonMapper.shared().readTree(body), "reply", violations);
    return violations;
  }

  /** Holds the last event of a stream against the reply that it stands for. */
  private void checkEvents(JsonNode schema, String body, List<String> violations) {
    String last = "";
    for (String event : body.split("\n\n")) {
      String data = event.lines().filter(line -> line.startsWith("data:")).map(line -> line.substring(5))
          .collect(Collectors.joining("\n"));
      last = event.startsWith("event:answer") ? data : data.equals("[DONE]") ? last : data;
      if (event.startsWith("event:error") || event.contains("{\"error\":")) {
        violations.add("The stream ends with an error: " + data);
      } else if (event.startsWith("event:answer")) {
        check(schema, JsonMapper.shared().readTree(data), "answer", violations);
      }
    }
    if (last.isEmpty() || !JsonMapper.shared().readTree(last).isObject()) {
      violations.add("The stream ends with no object.");
    }
  }

  private void check(JsonNode schema, JsonNode value, String where, List<String> violations) {
    if (schema.isMissingNode()) {
      return; // Anything goes.
    }
    if (schema.has("$ref")) {
      check(document.at(schema.path("$ref").stringValue().substring(1)), value, where, violations);
      return;
    }
    if (SchemaValues.types(schema).stream().noneMatch(type -> isOf(type, value))) {
      violations.add(where + " is " + value.getNodeType() + ", not of " + SchemaValues.types(schema) + ".");
      return;
    }
    if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
      violations.add(where + " is " + value + ", which is none of " + schema.path("enum") + ".");
    }
    if (value.isString() && !hasForm(schema.path("format").asString(""), value.stringValue())) {
      violations.add(where + " is " + value + ", no " + schema.path("format") + ".");
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

  private static boolean hasForm(String format, String text) {
    return switch (format) {
      case "date" -> text.matches("\\d{4}-\\d{2}-\\d{2}");
      case "date-time" -> text.matches("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z");
      case "uri" -> text.matches("[a-z]+:\\S+");
      default -> true;
    };
  }

  /** Tells whether a value is of a type of JSON Schema. */
  static boolean isOf(String type, JsonNode value) {
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
