package org.readingroom.reply;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.readingroom.conversation.Conversation;
import org.readingroom.conversation.Turn;

/** Is a conversation with its questions, answers and citations. */
@Schema(description = "A conversation with its turns.")
public record ConversationTurnsReply(@JsonUnwrapped ConversationReply conversation, List<TurnReply> turns) {

  /** Is one question with its answer. */
  @Schema(description = "A question with its answer.")
  public record TurnReply(
      @Schema(description = "When the question came.", format = "date-time") Instant asked,
      @JsonUnwrapped AnswerReply reply) {}

  public static ConversationTurnsReply of(Conversation conversation, List<Turn> turns,
      Sources sources) {
    return new ConversationTurnsReply(ConversationReply.of(conversation),
        turns.stream().map(turn -> new TurnReply(turn.asked(), AnswerReply.of(turn, sources, null)))
            .toList());
  }
}
