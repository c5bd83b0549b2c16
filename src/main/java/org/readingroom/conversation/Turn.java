package org.readingroom.conversation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.Answer;
import org.readingroom.answer.Question;

/**
 * Is one question of a conversation with its answer.
 *
 * @param id the id of the answer
 * @param conversationId the conversation it belongs to
 * @param query the question as it was searched, references to earlier turns resolved
 * @param model what wrote the answer, such as {@code extractive}
 * @param asked when the question came
 * @param elapsed how long the answer took
 * @param degraded why the answer is not what was to be expected, in one sentence; null where it is
 * @param unsaved why the turn could not be saved, in one sentence; null where it is saved or nobody wanted it to be
 */
public record Turn(String id, String conversationId, Question question, String query, Answer answer,
    String model, Instant asked, Duration elapsed, @Nullable String degraded, @Nullable String unsaved) {

  /** Makes a turn whose answer is what was to be expected and can be saved. */
  public Turn(String id, String conversationId, Question question, String query, Answer answer, String model,
      Instant asked, Duration elapsed) {
    this(id, conversationId, question, query, answer, model, asked, elapsed, null, null);
  }

  /** Returns this turn as one that could not be saved. */
  Turn notSaved(String why) {
    return new Turn(id, conversationId, question, query, answer, model, asked, elapsed, degraded, why);
  }
}
