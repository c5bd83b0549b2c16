package org.readingroom.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.Question;
import tools.jackson.databind.JsonNode;

/**
 * A chat as clients of the OpenAI API send it. What else they send (temperature, tools and so on) changes nothing.
 */
@Schema(description = "A chat as the OpenAI API has it; fields that are not listed change nothing.")
record ChatRequest(
    @Schema(description = "The id of a collection, or any other name for all of them together.", types = {
        "string",
        "null"}) @Nullable String model,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The last message of the user is the question; those "
        + "before it say what it leans on.") @Nullable List<@Nullable ChatMessage> messages,
    @Schema(types = {"boolean", "null"}) @Nullable Boolean stream,
    @Nullable StreamOptions streamOptions,
    @Schema(description = "How many replies are wanted: one.", types = {"integer",
        "null"}, minimum = "1", maximum = "1") @Nullable Integer n) {

  /** A message. */
  @Schema(description = "A message.")
  record ChatMessage(@Schema(example = "user", types = {
      "string", "null"}) @Nullable String role,
      @Schema(description = "A text, or a list of parts of which those of type `text` are read.", implementation = Object.class, types = {
          "string", "array",
          "null"}, example = "How much lead did Stalin want?") @Nullable JsonNode content) {

    String text() {
      if (content == null) {
        return "";
      }
      if (content.isString()) {
        return content.stringValue();
      }
      return content.valueStream().filter(part -> part.path("text").isString())
          .map(part -> part.path("text").stringValue()).collect(Collectors.joining("\n"));
    }
  }

  /** Says what a stream ends with. */
  @Schema(description = "What a stream ends with.")
  record StreamOptions(@Schema(types = {"boolean", "null"}) @Nullable Boolean includeUsage) {}

  boolean streams() {
    return Boolean.TRUE.equals(stream);
  }

  boolean wantsUsage() {
    return streamOptions != null && Boolean.TRUE.equals(streamOptions.includeUsage());
  }

  /** Ends the request with 400 where it asks for what there is none of. */
  void check() {
    if (n != null && n != 1) {
      throw Problem.INVALID_VALUE.exception("n is 1: there is one reply to a question.");
    }
  }

  /** Returns the last message, whoever it is from. */
  String last() {
    List<String> texts = texts();
    return texts.isEmpty() ? "" : texts.getLast();
  }

  /** Returns what all messages say, in order. */
  List<String> texts() {
    return messages == null
        ? List.of()
        : messages.stream().filter(Objects::nonNull).map(ChatMessage::text).toList();
  }

  /** Returns the question, or ends the request with 422 where there is none. */
  Question question() {
    List<String> asked = asked();
    if (asked.isEmpty()) {
      throw Problem.INVALID_QUESTION.exception("messages holds no message of the user.");
    }
    return Question.of(asked.getLast());
  }

  /** Returns what the user asked before. */
  List<String> earlier() {
    List<String> asked = asked();
    return asked.subList(0, asked.size() - 1).stream().filter(text -> !text.isBlank())
        .map(text -> text.length() > Question.MAX_LENGTH ? text.substring(0, Question.MAX_LENGTH) : text)
        .toList();
  }

  private List<String> asked() {
    List<String> asked = new ArrayList<>();
    for (ChatMessage message : messages == null ? List.<ChatMessage>of() : messages) {
      if (message != null && "user".equals(message.role())) {
        asked.add(Question.legible(message.text()));
      }
    }
    return asked;
  }
}
