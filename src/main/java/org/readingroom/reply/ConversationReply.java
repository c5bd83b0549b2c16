package org.readingroom.reply;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.readingroom.conversation.Conversation;

/** Describes a conversation in a list. */
@Schema(description = "A conversation in a list.")
public record ConversationReply(String id,
    @Schema(description = "The first question, until it is renamed.") String title,
    @Schema(description = "When its first question came.", format = "date-time") Instant created,
    @Schema(description = "When the last one did.", format = "date-time") Instant changed) {

  public static ConversationReply of(Conversation conversation) {
    return new ConversationReply(conversation.id(), conversation.title(), conversation.created(),
        conversation.changed());
  }
}
