package org.readingroom.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.Question;
import org.readingroom.reply.Visible;
import org.readingroom.search.Filters;

/** The body of a request that asks a question. */
@Schema(description = "A question. Only `question` is required.")
record AnswerRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = Question.MAX_LENGTH, pattern = Visible.PATTERN, example = "How much lead did Stalin want?") @Nullable String question,
    @Schema(description = "The conversation of an earlier reply, to continue it.", types = {
        "string", "null"}) @Nullable String conversationId,
    @Schema(description = RoomFinder.ONE, types = {"string",
        "null"}, example = "nkidp-korean-war") @Nullable String collection,
    @ArraySchema(arraySchema = @Schema(example = "[\"nkidp-korean-war\"]", description = RoomFinder.SEVERAL), schema = @Schema(example = "nkidp-korean-war")) @Nullable List<@NotNull(message = "collections holds a null.") String> collections,
    @Valid @Nullable FilterRequest filters,
    @Schema(description = "How many quotations are wanted at most.", defaultValue = "5") @Min(value = 1, message = RANGE) @Max(value = Question.MAX_CITATIONS, message = RANGE) @Nullable Integer maxCitations,
    @Schema(description = "Whether the reply explains how the question was understood and the answer chosen.", defaultValue = "false") @Nullable Boolean explain) {

  private static final String RANGE = "max_citations is 1 to " + Question.MAX_CITATIONS + ".";

  boolean wantsExplanation() {
    return Boolean.TRUE.equals(explain);
  }

  /** Returns the question to ask, or ends the request with 400 or 422 where it cannot be asked. */
  Question toQuestion() {
    if (question == null) {
      throw Problem.INVALID_QUESTION.exception("The question is missing.");
    }
    return new Question(question, conversationId, filters == null ? Filters.NONE : filters.filters(),
        maxCitations == null ? Question.MAX_CITATIONS : maxCitations);
  }
}
