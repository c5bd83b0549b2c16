package org.readingroom.answer;

import java.util.List;
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
    claims = claims == null ? List.of() : List.copyOf(claims);
  }

  /**
   * Is one claim.
   *
   * @param evidence the number of the evidence that it rests on, from 1
   * @param quote the words of that evidence that say it
   */
  record Claim(int evidence, String quote) {}

  /** Reads a model's output; what is not of the form says nothing. */
  static Claims read(String output) {
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
