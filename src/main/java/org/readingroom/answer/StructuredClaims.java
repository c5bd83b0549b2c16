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
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
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

  /** Reads what models take for JSON, too. */
  private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
      .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_SINGLE_QUOTES,
          JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES, JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
          JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
      .build()).build();
  /** The fields that hold a claim's words, and those that hold numbers of evidence, as models name them. */
  private static final Set<String> WORDED = Set.of("text", "claim", "claims", "statement", "sentence",
      "sentences", "answer", "response", "content");
  private static final Pattern NUMBERED = Pattern
      .compile("(?:evidence|source|citation|reference|ref|id|number)s?(?:_?(?:ids?|numbers?))?");
  /** An object or a list of them; over several lines only where it begins one, for a line may end a claim. */
  private static final Pattern START = Pattern.compile(
      "(?m)(?:\\{|\\[[ \\t]*\\{)[ \\t]*(?:[\"']|\\}|claims[ \\t]*:)|^[ \\t]*(?:\\{|\\[\\s{0,20}\\{)\\s{0,20}(?:[\"']|\\}|claims\\s*:)"
          + "|\\A\\s{0,20}\\[\\s{0,20}\"");
  /** The beginning of an escape. */
  private static final Pattern ESCAPE_BEGUN = Pattern
      .compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\(?:u\\p{XDigit}{0,3})?$");

  /** Is an object that is being read. */
  private static final class Reading {

    private final boolean pointer;
    private @Nullable String text;
    private @Nullable String quote;
    private boolean cut;
    private final List<Integer> evidence = new ArrayList<>();

    /** Begins an object, which may be but one with the number of evidence in it. */
    Reading(boolean pointer) {
      this.pointer = pointer;
    }
  }

  /** Returns where JSON begins in an output, or -1. */
  static int start(String output) {
    Matcher start = START.matcher(output);
    return start.find() ? start.start() : -1;
  }

  /** Reads as much as there is; where no more will come, also the sentences of a string that was cut off. */
  static StructuredClaims read(String json, boolean ended) {
    Reader reader = new Reader();
    reader.read(json);
    if (!ended || !reader.cutOff) {
      return reader.result(ended);
    }
    Reader closed = new Reader();
    closed.read(ESCAPE_BEGUN.matcher(json).replaceFirst("$1") + "\"");
    if (closed.tokens <= reader.tokens) {
      return reader.result(true);
    }
    if (!closed.open.isEmpty()) {
      closed.open.peek().cut = true;
    }
    return closed.result(true);
  }

  /** Goes through JSON once. */
  private static final class Reader {

    private final List<Claim> claims = new ArrayList<>();
    private final Deque<Reading> open = new ArrayDeque<>();
    private String name = "";
    private int lists;
    private int tokens;
    private boolean denied;
    private boolean cutOff;

    void read(String json) {
      try (JsonParser parser = JSON.createParser(json)) {
        JsonToken before = JsonToken.NOT_AVAILABLE;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          take(token, before, parser);
          before = token;
          tokens++;
        }
      } catch (UnexpectedEndOfInputException e) {
        cutOff = true;
      } catch (JacksonException e) {
        // It is no JSON from here on, and what was begun before is none either.
        open.clear();
      }
    }

    private void take(JsonToken token, JsonToken before, JsonParser parser) {
      switch (token) {
        case START_OBJECT ->
          open.push(new Reading(NUMBERED.matcher(around(parser.streamReadContext())).matches()));
        case END_OBJECT -> {
          Reading closed = open.pop();
          claims.addAll(claims(closed));
          if (closed.pointer && !open.isEmpty()) {
            open.peek().evidence.addAll(closed.evidence);
          }
        }
        case START_ARRAY -> lists++;
        case END_ARRAY -> {
          lists--;
          denied |= before == JsonToken.START_ARRAY && name.equals("claims") && open.size() == 1
              && lists == 0;
        }
        case PROPERTY_NAME -> name = parser.currentName().toLowerCase(Locale.ROOT);
        case VALUE_STRING -> {
          if (open.isEmpty()) {
            claims.addAll(ProseClaims.read(parser.getString(), true));
          } else {
            put(name, parser.getString(), open.peek());
          }
        }
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
          if (!open.isEmpty() && NUMBERED.matcher(name).matches()) {
            put(name, parser.getString().replaceFirst("\\.0+$", ""), open.peek());
          }
        }
        default -> {
          // Nothing that a claim is made of.
        }
      }
    }

    /** Returns the field that an object or the list around it is the value of. */
    private static String around(TokenStreamContext object) {
      TokenStreamContext outer = object.getParent();
      while (outer != null && outer.currentName() == null) {
        outer = outer.getParent();
      }
      return outer == null ? "" : outer.currentName().toLowerCase(Locale.ROOT);
    }

    StructuredClaims result(boolean ended) {
      // What was said before the output broke off is a claim as far as it goes.
      while (ended && !open.isEmpty()) {
        claims.addAll(claims(open.pop()));
      }
      return new StructuredClaims(claims, denied && claims.isEmpty());
    }
  }

  private static void put(String name, String value, Reading object) {
    if (WORDED.contains(name)) {
      object.text = object.text == null ? value : object.text + "\n" + value;
    } else if (name.equals("quote")) {
      object.quote = value;
    } else if (NUMBERED.matcher(name).matches()) {
      object.evidence.addAll(Pointers.numbers(value));
    }
  }

  /** Returns what an object claims, sentence by sentence, each resting on the same evidence. */
  private static List<Claim> claims(Reading read) {
    if (read.pointer) {
      return List.of();
    }
    if (read.text == null) {
      return read.quote == null || read.cut
          ? List.of()
          : List.of(new Claim("“" + read.quote + "”", read.evidence));
    }
    String text = read.text.strip();
    if (!read.cut && text.startsWith("“") && text.endsWith("”")) {
      return List.of(new Claim(text, read.evidence));
    }
    return ProseClaims.read(text, !read.cut).stream().map(claim -> {
      List<Integer> evidence = new ArrayList<>(read.evidence);
      claim.evidence().stream().filter(number -> !evidence.contains(number)).forEach(evidence::add);
      return new Claim(claim.text(), evidence);
    }).toList();
  }

  /** Returns the form that {@link #read} reads, in which no words look like what a model says to itself. */
  static String write(List<Claim> claims) {
    return JSON.writeValueAsString(java.util.Map.of("claims", claims)).replace("<", "\\u003c")
        .replace("\ufeff", "\\ufeff");
  }
}
