package org.readingroom.mcp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a tool is told, checked against its parameters. */
final class Arguments {

  private static final int MAX_SHOWN = 40;

  private final Map<String, Object> values;

  private Arguments(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * Reads the arguments of some parameters. What stands there as null is left out.
   *
   * @param place what stands before the names in a sentence about them, such as {@code filters.}
   * @throws RefusedException if one is missing, unknown, or of another kind
   */
  static Arguments read(List<Parameter<?>> parameters, ObjectNode given, String place) {
    Map<String, Object> values = new HashMap<>();
    for (Parameter<?> parameter : parameters) {
      JsonNode value = given.get(parameter.name());
      if (value != null && !value.isNull()) {
        values.put(parameter.name(), parameter.reader().read(value, place + parameter.name()));
      } else if (parameter.required()) {
        throw new RefusedException(place + parameter.name() + " is missing.");
      }
    }
    for (String name : given.propertyNames()) {
      if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
        throw new RefusedException("There is no argument " + place + shown(name) + "; there are "
            + parameters.stream().map(parameter -> place + parameter.name()).collect(Collectors.joining(", "))
            + ".");
      }
    }
    return new Arguments(values);
  }

  private static String shown(String name) {
    String plain = name.replaceAll("[^\\p{Alnum}_.-]", "?");
    return plain.length() > MAX_SHOWN ? plain.substring(0, MAX_SHOWN) + "…" : plain;
  }

  /** Returns the value of a parameter that is required. */
  <T> T needed(Parameter<T> parameter) {
    return get(parameter).orElseThrow();
  }

  /** Returns the value of a parameter, where there is one. */
  @SuppressWarnings("unchecked") // Each was put there by the parameter's own reader.
  <T> Optional<T> get(Parameter<T> parameter) {
    return Optional.ofNullable((T) values.get(parameter.name()));
  }
}
