package org.readingroom.answer;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads claims out of JSON that may break off anywhere.
 *
 * @param claims the claims whose objects are complete
 * @param denied whether there is a complete list of claims with nothing in it
 */
record StructuredClaims(List<Claim> claims, boolean denied) {

  /** The form that models which can are held to. */
  static final ResponseFormat FORMAT = ResponseFormat.builder().type(ResponseFormatType.JSON)
      .jsonSchema(JsonSchema.builder().name("claims")
          .rootElement(JsonObjectSchema.builder().addProperty("claims", JsonArraySchema.builder()
              .items(JsonObjectSchema.builder().addStringProperty("text")
                  .addProperty("evidence", JsonArraySchema.builder().items(new JsonIntegerSchema()).build())
                  .required("text", "evidence").additionalProperties(false).build())
              .build()).required("claims").additionalProperties(false).build())
          .build())
      .build();

  private static final JsonMapper JSON = JsonMapper.builder().build();
  /** The fields that hold numbers of evidence, by the names that models give them. */
  private static final Set<String> NUMBERED = Set.of("evidence", "source", "sources", "citation",
      "citations");
  /** An object or a list of them; over several lines only where it begins one, for a line may end a claim. */
  private static final Pattern START = Pattern.compile(
      "(?m)(?:\\{|\\[[ \\t]*\\{)[ \\t]*(?:\"|\\})|^[ \\t]*(?:\\{|\\[\\s*\\{)\\s*(?:\"|\\})");

  /** Is an object that is being read. */
  private static final class Reading {

    private @Nullable String text;
    private @Nullable String quote;
    private final List<Integer> evidence = new ArrayList<>();
  }

  /** Returns where JSON begins in an output, or -1. */
  static int start(String output) {
    Matcher start = START.matcher(output);
    return start.find() ? start.start() : -1;
  }

  /** Reads as much as there is. */
  static StructuredClaims read(String json, boolean ended) {
    List<Claim> claims = new ArrayList<>();
    Deque<Reading> open = new ArrayDeque<>();
    boolean denied = false;
    boolean whole = false;
    int lists = 0;
    try (JsonParser parser = JSON.createParser(json)) {
      String name = "";
      JsonToken before = JsonToken.NOT_AVAILABLE;
      for (JsonToken token = parser.nextToken(); token != null && !whole; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT -> open.push(new Reading());
          case END_OBJECT -> {
            claims.addAll(claims(open.pop()));
            whole = open.isEmpty() && lists == 0;
          }
          case START_ARRAY -> lists++;
          case END_ARRAY -> {
            lists--;
            denied |= before == JsonToken.START_ARRAY && name.equals("claims") && open.size() == 1
                && lists == 0;
            whole = open.isEmpty() && lists == 0;
          }
          case PROPERTY_NAME -> name = parser.currentName();
          case VALUE_STRING -> put(name, parser.getString(), open.peek());
          case VALUE_NUMBER_INT -> putNumber(name, parser.getString(), open.peek());
          default -> {
            // Nothing that a claim is made of.
          }
        }
        before = token;
      }
    } catch (JacksonException e) {
      whole = false;
    }
    // What was said before the output broke off is a claim as far as it goes.
    while (ended && !whole && !open.isEmpty()) {
      claims.addAll(claims(open.pop()));
    }
    return new StructuredClaims(claims, denied && claims.isEmpty());
  }

  private static void putNumber(String name, String value, @Nullable Reading object) {
    if (NUMBERED.contains(name)) {
      put(name, value, object);
    }
  }

  private static void put(String name, String value, @Nullable Reading object) {
    if (object == null) {
      return;
    }
    switch (name) {
      case "text", "claim", "claims", "statement", "sentence", "answer" ->
        object.text = object.text == null ? value : object.text + "\n" + value;
      case "quote" -> object.quote = value;
      default -> {
        // Whatever else a model likes to say is left out.
        if (NUMBERED.contains(name)) {
          object.evidence.addAll(ProseClaims.numbers(value));
        }
      }
    }
  }

  /** Returns what an object claims, sentence by sentence, each resting on the same evidence. */
  private static List<Claim> claims(Reading read) {
    if (read.text == null) {
      return read.quote == null
          ? List.of()
          : List.of(new Claim("“" + read.quote + "”", read.evidence));
    }
    String text = read.text.strip();
    if (text.startsWith("“") && text.endsWith("”")) {
      return List.of(new Claim(text, read.evidence));
    }
    return ProseClaims.read(text, true).stream().map(claim -> {
      List<Integer> evidence = new ArrayList<>(read.evidence);
      claim.evidence().stream().filter(number -> !evidence.contains(number)).forEach(evidence::add);
      return new Claim(claim.text(), evidence);
    }).toList();
  }

  /** Returns the form that {@link #read} reads. */
  static String write(List<Claim> claims) {
    return JSON.writeValueAsString(java.util.Map.of("claims", claims));
  }
}
