package org.readingroom.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.Answer;
import org.readingroom.answer.Explanation;
import org.readingroom.conversation.Turn;
import org.readingroom.reference.Reference;

/**
 * Is the reply to a question.
 *
 * @param query the question as it was searched, references to earlier turns resolved
 * @param status {@code answered} or {@code abstained}
 * @param related documents to look at where there is no answer, or where one about the collection speaks of them
 * @param degraded why the answer is not what was to be expected; null where it is
 * @param unsaved why the turn could not be saved; null where it could
 * @param explanation why the answer is what it is; null where nobody asked
 */
@Schema(description = "The reply to a question.")
public record AnswerReply(String id,
    @Schema(description = "Continues the conversation when sent with the next question.") String conversationId,
    String question,
    @Schema(description = "The question as it was searched, references to earlier turns resolved.") String query,
    @Schema(allowableValues = {
        "answered", "abstained"}) String status,
    @Schema(description = "The answer, with `[n]` where citation n belongs.") String answer,
    @Schema(description = "In the order of their markers; none if abstained, or where the question is not one in the documents, such as a greeting.") List<CitationReply> citations,
    @Schema(description = "What a language model says in the answer in its own words, in order; none where the documents' own words are the answer.") List<ClaimReply> claims,
    @Schema(description = "Documents to look at: if abstained the nearest, of an answer without citations those that it speaks of.") List<DocumentReply> related,
    @Schema(description = "What wrote the answer.", example = "extractive") String model, long elapsedMs,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Why the answer is not what was to be expected, such as that the language model did not answer; left out otherwise.") @Nullable String degraded,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Why the answer could not be saved in its conversation; left out where it could. It is tried again while the program runs.") @Nullable String unsaved,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Why the answer is what it is; only where `explain` asked for it.") @Nullable ExplanationReply explanation) {

  /** Puts a turn into the form that is sent, without an explanation. */
  public static AnswerReply of(Turn turn, Reference reference) {
    return of(turn, reference, null);
  }

  /** Puts a turn into the form that is sent, without rectangles around what it cites. */
  public static AnswerReply of(Turn turn, Reference reference, @Nullable Explanation explanation) {
    return of(turn, Sources.of(reference), explanation);
  }

  /** Puts a turn into the form that is sent. */
  public static AnswerReply of(Turn turn, Sources sources, @Nullable Explanation explanation) {
    Answer answer = turn.answer();
    List<CitationReply> citations = answer.citations().stream()
        .map(citation -> CitationReply.of(citation, sources)).toList();
    List<DocumentReply> related = answer.related().stream().map(DocumentReply::of).toList();
    return new AnswerReply(turn.id(), turn.conversationId(), turn.question().text(), turn.query(),
        answer.isAnswer() ? "answered" : "abstained", answer.text(), citations,
        answer.claims().stream().map(ClaimReply::of).toList(), related,
        turn.model(), turn.elapsed().toMillis(), turn.degraded(), turn.unsaved(),
        explanation == null ? null : ExplanationReply.of(explanation));
  }
}
