package org.readingroom.model;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.model.ModelFault.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what the error means that a server sends as JSON: {@code {"error":{…}}} with Anthropic's {@code type},
 * Google's {@code status} and {@code details}, or OpenAI's {@code code}. The message counts only where there is
 * no code for what it says, and is not kept.
 *
 * @param kind the fault that the error certainly is; null where that depends on the HTTP status
 * @param retryAfter how long the server asks to be left alone; null where it does not say
 */
record ServerError(@Nullable Kind kind, @Nullable Duration retryAfter) {

  private static final ServerError UNKNOWN = new ServerError(null, null);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Map<String, Kind> CODES = Map.ofEntries(
      entry("authentication_error", Kind.UNAUTHORISED), entry("permission_error", Kind.UNAUTHORISED),
      entry("UNAUTHENTICATED", Kind.UNAUTHORISED), entry("PERMISSION_DENIED", Kind.UNAUTHORISED),
      entry("API_KEY_INVALID", Kind.UNAUTHORISED), entry("billing_error", Kind.OUT_OF_QUOTA),
      entry("insufficient_quota", Kind.OUT_OF_QUOTA), entry("rate_limit_error", Kind.RATE_LIMITED),
      entry("RESOURCE_EXHAUSTED", Kind.RATE_LIMITED), entry("overloaded_error", Kind.OVERLOADED),
      entry("UNAVAILABLE", Kind.OVERLOADED), entry("request_too_large", Kind.TOO_LONG),
      entry("context_length_exceeded", Kind.TOO_LONG));
  private static final Pattern TOO_LONG = Pattern
      .compile("prompt is too long|exceed context limit|exceeds the maximum number of tokens");
  private static final Pattern OUT_OF_QUOTA = Pattern
      .compile("credit balance is too low|specified api usage limits|credits are depleted");
  /** Only where a message begins so: others repeat the request. */
  private static final Pattern TEMPERATURE = Pattern.compile("^`?temperature`?[ :]");
  /** Google's names of quotas that do not come back within a question's time. */
  private static final String DAILY = "PerDay";

  /** Reads the body of a refusal. */
  static ServerError of(String json) {
    JsonNode error = parsed(json).path("error");
    return error.isObject() ? of(error) : UNKNOWN;
  }

  /** Returns the fault that an event of a stream is; null where it is none. */
  static @Nullable ModelFault inStream(String event) {
    // Most events hold words and are not read twice.
    if (!event.contains("\"error\"") && !event.contains("\"refusal\"")
        && !event.contains("\"blockReason\"")) {
      return null;
    }
    JsonNode root = parsed(event);
    if (root.path("error").isObject()) {
      ServerError error = of(root.path("error"));
      return new ModelFault(Objects.requireNonNullElse(error.kind(), Kind.SERVER_ERROR), error.retryAfter(),
          null);
    }
    boolean refused = root.path("delta").path("stop_reason").asString("").equals("refusal")
        || root.path("promptFeedback").has("blockReason");
    return refused ? new ModelFault(Kind.REFUSED) : null;
  }

  private static ServerError of(JsonNode error) {
    List<String> codes = new ArrayList<>();
    for (String field : List.of("type", "status", "code")) {
      codes.add(error.path(field).asString(""));
    }
    boolean daily = false;
    Duration wait = null;
    for (JsonNode detail : error.path("details")) {
      codes.add(detail.path("reason").asString(""));
      for (JsonNode violation : detail.path("violations")) {
        daily |= violation.path("quotaId").asString("").contains(DAILY);
      }
      wait = detail.has("retryDelay") ? seconds(detail.path("retryDelay").asString("")) : wait;
    }
    String message = error.path("message").asString("").toLowerCase(Locale.ROOT);
    Kind kind = TOO_LONG.matcher(message).find()
        ? Kind.TOO_LONG
        : daily || OUT_OF_QUOTA.matcher(message).find()
            ? Kind.OUT_OF_QUOTA
            : TEMPERATURE.matcher(message).find() || error.path("param").asString("").equals("temperature")
                ? Kind.TEMPERATURE
                : codes.stream().map(CODES::get).filter(Objects::nonNull).findFirst().orElse(null);
    return new ServerError(kind, wait);
  }

  /** Returns the tree of a text, the first of a list; a missing one where it is no JSON. */
  private static JsonNode parsed(String json) {
    try {
      JsonNode root = JSON.readTree(json);
      return root.isArray() ? root.path(0) : root;
    } catch (JacksonException e) {
      return JSON.missingNode();
    }
  }

  /** Reads a duration such as {@code 34.07s}. */
  private static @Nullable Duration seconds(String value) {
    try {
      return HttpFault.bounded(Duration.parse("PT" + value));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
