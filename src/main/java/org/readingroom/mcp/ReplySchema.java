package org.readingroom.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON schemas of the API's objects, made of their records and what these say of themselves for OpenAPI. */
final class ReplySchema {

  private ReplySchema() {}

  /**
   * Returns the schema of a record as it is sent.
   *
   * @param withheld the fields that are not sent
   */
  static Map<String, Object> of(Class<?> reply, Set<String> withheld) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    add(reply, properties, required);
    properties.keySet().removeAll(withheld);
    required.removeAll(withheld);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    return schema;
  }

  private static void add(Class<?> reply, Map<String, Object> properties, List<String> required) {
    for (RecordComponent component : reply.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        add(component.getType(), properties, isAlwaysSent(reply, component) ? required : new ArrayList<>());
        continue;
      }
      String name = sentName(component.getName());
      properties.put(name, described(component));
      if (isAlwaysSent(reply, component)) {
        required.add(name);
      }
    }
  }

  /** Returns whether a field is there whatever its value is; of what is unwrapped, whether it is there at all. */
  private static boolean isAlwaysSent(Class<?> reply, RecordComponent component) {
    Method accessor = component.getAccessor();
    return !reply.isAnnotationPresent(JsonInclude.class) && !accessor.isAnnotationPresent(JsonInclude.class)
        && !(accessor.isAnnotationPresent(JsonUnwrapped.class)
            && component.getAnnotatedType().isAnnotationPresent(Nullable.class));
  }

  private static String sentName(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> described(RecordComponent component) {
    Map<String, Object> schema = new LinkedHashMap<>(schema(component.getGenericType()));
    Object only = schema.get("type");
    if (only != null && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      schema.put("type", List.of(only, "null"));
    }
    Schema said = component.getAccessor().getAnnotation(Schema.class);
    if (said != null && !said.description().isEmpty()) {
      schema.put("description", said.description());
    }
    // What may be null besides is not listed, for null would have to be among them.
    if (said != null && said.allowableValues().length > 0 && schema.get("type") instanceof String) {
      schema.put("enum", List.of(said.allowableValues()));
    }
    return schema;
  }

  private static Map<String, Object> schema(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      return generic.getRawType() == List.class
          ? Map.of("type", "array", "items", schema(last))
          : Map.of("type", "object", "additionalProperties", schema(last));
    }
    return switch (((Class<?>) type).getSimpleName()) {
      case "String" -> Map.of("type", "string");
      case "int", "Integer", "long", "Long" -> Map.of("type", "integer");
      case "double", "Double", "float", "Float" -> Map.of("type", "number");
      case "boolean", "Boolean" -> Map.of("type", "boolean");
      case "Instant" -> Map.of("type", "string", "format", "date-time");
      // Of what is no record nothing is promised.
      default -> ((Class<?>) type).isRecord() ? of((Class<?>) type, Set.of()) : Map.of();
    };
  }
}
