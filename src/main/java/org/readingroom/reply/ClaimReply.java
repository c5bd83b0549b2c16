package org.readingroom.reply;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.readingroom.answer.SupportedClaim;

/**
 * Is a claim of a language model as every door sends it.
 *
 * @param text the claim, which stands in the answer from {@code answerStart} to {@code answerEnd}
 */
@Schema(description = "A sentence of a language model in the answer, with the citations that support it.")
public record ClaimReply(
    @Schema(description = "The words of the answer from `answer_start` to `answer_end`, without markers.") String text,
    @Schema(description = "Where the claim starts in the answer, in UTF-16 code units.") int answerStart,
    @Schema(description = "Where it ends, exclusive; its markers follow.") int answerEnd,
    @Schema(description = "The markers of the citations that support it, at least one.") List<Integer> markers,
    @Schema(description = "How sure the check is that they support it, from 0 to 1; 1 where it was compared with them word for word.") double support) {

  public static ClaimReply of(SupportedClaim claim) {
    return new ClaimReply(claim.text(), claim.span().start(), claim.span().end(), claim.markers(),
        claim.support());
  }
}
