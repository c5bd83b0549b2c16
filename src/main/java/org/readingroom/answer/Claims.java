package org.readingroom.answer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Is what a chat model says in reply to a question: claims that each point at evidence, or none.
 *
 * @param claims the claims in the order in which they are to be shown; none means that the evidence does not
 *          answer
 */
record Claims(List<Claim> claims) {

  /** Says nothing. */
  static final Claims NONE = new Claims(List.of());

  private static final JsonMapper JSON = JsonMapper.builder()
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  Claims {
    claims = claims == null ? List.of() : claims.stream().filter(Claims::saysSomething).toList();
  }

  /**
   * Is one claim.
   *
   * @param evidence the number of the evidence that it rests on, from 1
   * @param quote the words of that evidence that say it
   */
  record Claim(int evidence, String quote) {}

  /** Tells whether a claim as a model may send it, with parts or the whole missing, holds any words. */
  private static boolean saysSomething(@Nullable Claim claim) {
    return claim != null && Objects.requireNonNullElse(claim.quote(), "").length() > 0;
  }

  /** Reads a model's output; what is not of the form says nothing. */
  static Claims read(@Nullable String output) {
    if (output == null) {
      return NONE;
    }
    try {
      Claims claims = JSON.readValue(output, Claims.class);
      return claims == null ? NONE : claims;
    } catch (JacksonException e) {
      return NONE;
    }
  }

  /** Returns the form that {@link #read} reads. */
  String write() {
    return JSON.writeValueAsString(this);
  }
}
